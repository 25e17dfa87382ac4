import { listOwnedAmong } from '#events/actions/queries.server.ts';
import type { AbsenceRow } from '#network/absences/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import { endOfDay } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import type { Row, Verb } from '#platform/journal/model.ts';
import { textOf, type Trilingual, type TrilingualText } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { institutionsOf } from '../handover-files/queries.server.ts';

/** What belongs to an institution, to a commitment of one, or to whoever was away. */
const kinds = [
  'commitments',
  'milestones',
  'commitment_parties',
  'funding_shares',
  'deadline_extensions',
  'reports',
  'responses',
  'actions',
] as const;
export type MeanwhileKind = (typeof kinds)[number];

/** The most changes that are told. */
const MOST = 200;

/** Something that whoever stood in has done. */
export interface Meanwhile {
  number: number;
  at: string;
  kind: MeanwhileKind;
  verb: Verb;
  href: string;
  about: TrilingualText;
}

/**
 * What whoever stood in has changed of an institution's commitments, reports and answers, and of what the absent were to
 * carry out, the latest first. The caller has asked that they still hold a role there.
 * @param actor who was away
 */
export async function listMeanwhile(db: Source, actor: Actor, absence: AbsenceRow): Promise<Meanwhile[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['number', 'at', 'kind', 'verb', 'before', 'after'])
    .where('actor_id', '=', absence.stand_in_id)
    .where('at', '>=', endOfDay(addDays(absence.personal_from, -1)).toISOString())
    .where('at', '<', endOfDay(absence.personal_until).toISOString())
    .where('kind', 'in', kinds)
    .orderBy('number', 'desc')
    .limit(MOST)
    .execute();
  const changes = rows.map((row) => ({
    ...row,
    kind: row.kind as MeanwhileKind,
    row: JSON.parse(row.after ?? row.before ?? '{}') as Row,
  }));
  const ids = new Set((await institutionsOf(db, absence)).map(({ id }) => id));
  const named = (column: string) => changes.flatMap(({ row }) => (row[column] as string | null) ?? []);
  const [commitments, recommendations, actions] = await Promise.all([
    listByIds(db, 'commitments', [
      ...named('commitment_id'),
      ...changes.filter(({ kind }) => kind === 'commitments').map(({ row }) => String(row['id'])),
    ]),
    listByIds(db, 'recommendations', named('recommendation_id')),
    listOwnedAmong(
      db,
      actor,
      changes.filter(({ kind }) => kind === 'actions').map(({ row }) => String(row['id'])),
    ),
  ]);
  return changes.flatMap(({ number, at, kind, verb, row }): Meanwhile[] => {
    const told = { number: Number(number), at, kind, verb };
    if (kind === 'responses') {
      const recommendation = recommendations.find(({ id }) => id === row['recommendation_id']);
      if (!recommendation || !ids.has(String(row['organisation_id']))) return [];
      const href = `/recommendations/${recommendation.slug}`;
      return [{ ...told, href, about: textOf(recommendation as Trilingual<'title'>, 'title') }];
    }
    if (kind === 'actions') {
      const action = actions.find(({ id }) => id === row['id']);
      if (!action || (action.organisation_id !== null && !ids.has(action.organisation_id))) return [];
      return [{ ...told, href: `/actions/${action.id}`, about: textOf(action, 'text') }];
    }
    const id = kind === 'commitments' ? row['id'] : row['commitment_id'];
    const commitment = commitments.find((one) => one.id === id);
    if (!commitment) return [];
    // A report is of who writes it; everything else of who leads the commitment.
    const of = kind === 'reports' ? String(row['organisation_id']) : commitment.organisation_id;
    if (!ids.has(of)) return [];
    const part = kind === 'reports' ? `/reports/${String(row['id'])}` : '';
    return [{ ...told, href: `/commitments/${commitment.slug}${part}`, about: textOf(commitment, 'title') }];
  });
}
