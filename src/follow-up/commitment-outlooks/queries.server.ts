import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { countExtents, firstDueOf } from '../commitment-extents/queries.server.ts';
import { commitmentsIn, orderOfCommitments } from '../commitment-views/queries.server.ts';
import { commitmentStatuses, type CommitmentStatus } from '../commitments/model.ts';
import { readableAt, type LedCommitment } from '../commitments/queries.server.ts';
import { countAsked, type Asked } from '../register/queries.server.ts';
import { governs } from '../governing/queries.server.ts';

/** Whose commitments: an institution's, those of a territory with all within it, or, where neither is named, everybody's. */
export interface Extent {
  institution?: OrganisationRow;
  within?: readonly string[];
}

/** How many commitments stand where, and which fall due next. */
export interface Outlook {
  total: number;
  counts: readonly { status: CommitmentStatus; count: number }[];
  next: readonly LedCommitment[];
}

/** What is to be done still; what is late is counted, and falls due no more. */
const ahead: readonly CommitmentStatus[] = ['not-started', 'in-preparation', 'in-progress'];

/**
 * How the commitments of an extent stand that an actor may read, by the rule by which the register is narrowed to it, so
 * that a link there finds as many.
 * @param most how many of those that fall due next
 */
export async function readOutlook(
  db: Source,
  actor: Actor,
  { institution, within = [] }: Extent,
  most: number,
): Promise<Outlook> {
  const ids = institution ? [institution.id] : within;
  const [counted, next] = await (ids.length > 0
    ? Promise.all([
        countExtents(db, actor, ids),
        most > 0 ? firstDueOf(db, actor, ids, { statuses: ahead, most }) : [],
        nameGoverning(db, within),
      ])
    : Promise.all([countAll(db, actor), most > 0 ? firstDueOfAll(db, actor, most) : []]));
  return {
    total: [...counted.values()].reduce((sum, count) => sum + count, 0),
    counts: commitmentStatuses.flatMap((status) => {
      const count = counted.get(status);
      return count ? [{ status, count }] : [];
    }),
    next: await readableAt(db, actor, next),
  };
}

/**
 * The commitments of some territories, with all within them, that are late and that an actor may read; those that have
 * been for longest first. The territories' pages name them beside {@link readOutlook}.
 * @param most the first so many
 */
export async function listLate(
  db: Source,
  actor: Actor,
  within: readonly string[],
  most: number,
): Promise<LedCommitment[]> {
  if (within.length === 0) return [];
  return readableAt(db, actor, await firstDueOf(db, actor, within, { statuses: ['late'], most }));
}

/** The register as nothing narrows it. No day is asked for. */
const whole: Asked = { register: 'commitments', view: {}, problems: [], named: {}, within: [], today: '' };

async function countAll(db: Source, actor: Actor): Promise<Map<CommitmentStatus, number>> {
  const { statuses } = await countAsked(db, actor, whole);
  return new Map(statuses.map(({ status, count }) => [status as CommitmentStatus, count]));
}

async function firstDueOfAll(db: Source, actor: Actor, most: number): Promise<string[]> {
  const rows = await commitmentsIn(db, actor, whole)
    .where('commitments.status', 'in', ahead)
    .select('commitments.id')
    .orderBy(orderOfCommitments({}))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Reads by name who governs some territories: a page that counts what they commit to knows whose next one it awaits. */
export async function nameGoverning(db: Source, within: readonly string[]): Promise<void> {
  if (within.length === 0) return;
  await db.selectFrom('organisations').select('id').where(governs(within)).execute();
}
