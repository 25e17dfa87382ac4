import { linkedTo } from '#network/links/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { isSettled, type CommitmentRow } from '../commitments/model.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { recommendationsLinkedTo } from '../recommendations/queries.server.ts';
import { readAddressees, type Addressees } from '../responses/queries.server.ts';
import { successions } from '../successions/model.ts';
import { statusOf, type Standing } from './model.ts';

/** The records from which the status of a recommendation follows: only what everybody may read. */
export interface Grounds {
  successors: RecommendationRow[];
  commitments: CommitmentRow[];
  addressees: Addressees;
}

/** The grounds of the status of some recommendations, by recommendation. */
export async function readGrounds(db: Source, ids: readonly string[]): Promise<Map<string, Grounds>> {
  const [successors, commitments, addressees] = await Promise.all([
    recommendationsLinkedTo(db, anonymous, ids, successions),
    linkedTo(db, 'commitments', ids, ['implements']),
    readAddressees(db, ids),
  ]);
  return new Map(
    ids.map((id) => [
      id,
      {
        successors: successors.filter(({ other_id }) => other_id === id),
        commitments: commitments.filter(
          ({ other_id, visibility }) => other_id === id && visibility === 'public',
        ),
        addressees: addressees.get(id)!,
      },
    ]),
  );
}

/** When the first of the open commitments is due that everybody may read; null where none has a day. */
export function firstDueOf({ commitments }: Grounds): string | null {
  const open = commitments.filter(({ status }) => !isSettled(status));
  return open.flatMap(({ due_on }) => due_on ?? []).toSorted()[0] ?? null;
}

/** What the rule is asked with. */
export function standingOf({ successors, commitments, addressees }: Grounds): Standing {
  const answers = addressees.organisations.flatMap(({ response }) => response?.position ?? []);
  return {
    isSucceeded: successors.length > 0,
    commitments: commitments.map(({ status }) => status),
    answers,
    silent: addressees.organisations.length + addressees.unnamed.length - answers.length,
  };
}

/**
 * Why a recommendation, which the caller has read, has the status it has: the case of the rule that holds, counted
 * from 1, and the records by which it does.
 */
export async function explain(
  db: Source,
  { id, status_since }: Pick<RecommendationRow, 'id' | 'status_since'>,
) {
  const grounds = (await readGrounds(db, [id])).get(id)!;
  const commitments = await datedOf(db, grounds.commitments);
  return { ...statusOf(standingOf(grounds)), since: status_since, ...grounds, commitments };
}

/** Public commitments with when a longer deadline was last granted, and what the last validated report says. */
async function datedOf<Row extends Pick<CommitmentRow, 'id' | 'last_report_id'>>(
  db: Source,
  commitments: readonly Row[],
) {
  if (commitments.length === 0) return [];
  const ids = commitments.map(({ id }) => id);
  const reportIds = commitments.flatMap(({ last_report_id }) => last_report_id ?? []);
  const [extensions, reports] = await Promise.all([
    db
      .selectFrom('deadline_extensions')
      .select(['commitment_id', 'answered_on'])
      .where('commitment_id', 'in', ids)
      .where('status', '=', 'granted')
      .orderBy('answered_on')
      .execute(),
    reportIds.length === 0
      ? []
      : db
          .selectFrom('reports')
          .select(['id', 'period_starts_on', 'period_ends_on', 'status'])
          .where('id', 'in', reportIds)
          .execute(),
  ]);
  const extended = new Map(extensions.map((row) => [row.commitment_id, row.answered_on]));
  const reported = new Map(reports.map(({ id, ...period }) => [id, period]));
  return commitments.map((row) => ({
    ...row,
    extended_on: extended.get(row.id) ?? null,
    reported: (row.last_report_id !== null && reported.get(row.last_report_id)) || null,
  }));
}

export type Explanation = Awaited<ReturnType<typeof explain>>;
