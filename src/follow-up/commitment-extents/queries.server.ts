import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { CommitmentStatus } from '../commitments/model.ts';
import { readableAt, readableBy, type LedCommitment } from '../commitments/queries.server.ts';
import { hiddenVisibilities } from '../policy.ts';

/**
 * How many commitments of each status count with any of some organisations or territories, each once, of those that an
 * actor may read. One range of an index is read, and no commitment that everybody may read.
 */
export async function countExtents(
  db: Source,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<CommitmentStatus, number>> {
  const rows = await within(db, actor, ids)
    .select(({ fn }) => [
      'commitment_extents.status',
      fn.count<number>('commitment_extents.commitment_id').distinct().as('count'),
    ])
    .groupBy('commitment_extents.status')
    .execute();
  return new Map(rows.map(({ status, count }) => [status, Number(count)]));
}

const byDue = sql<string>`coalesce(commitment_extents.due_on, '9999')`;

/** The ids of the first to fall due of the commitments that count with some organisations or territories. */
export async function firstDueOf(
  db: Source,
  actor: Actor,
  ids: readonly string[],
  { statuses, most }: { statuses: readonly CommitmentStatus[]; most: number },
): Promise<string[]> {
  const rows = await within(db, actor, ids)
    .select('commitment_extents.commitment_id')
    .where('commitment_extents.status', 'in', statuses)
    .groupBy([byDue, 'commitment_extents.reference', 'commitment_extents.commitment_id'])
    .orderBy(byDue)
    .orderBy('commitment_extents.reference')
    .orderBy('commitment_extents.commitment_id')
    .limit(most)
    .execute();
  return rows.map(({ commitment_id }) => commitment_id);
}

/**
 * The commitments for which an organisation answers, in which it takes part, or that it funds: those that are open
 * first, each as it falls due.
 * @param most the first so many
 */
export async function commitmentsOfOrganisation(
  db: Source,
  actor: Actor,
  id: string,
  most: number,
): Promise<LedCommitment[]> {
  const settled = sql`case when commitment_extents.status in ('completed', 'discontinued') then 1 else 0 end`;
  const rows = await within(db, actor, [id])
    .select('commitment_extents.commitment_id')
    .groupBy([settled, byDue, 'commitment_extents.reference', 'commitment_extents.commitment_id'])
    .orderBy(settled)
    .orderBy(byDue)
    .orderBy('commitment_extents.reference')
    .limit(most)
    .execute();
  const ids = rows.map(({ commitment_id }) => commitment_id);
  return readableAt(db, actor, ids);
}

function within(db: Source, actor: Actor, ids: readonly string[]) {
  return db
    .selectFrom('commitment_extents')
    .where('commitment_extents.extent_id', 'in', ids)
    .where(readable(actor));
}

/** As {@link readableBy}, asking a commitment's row only where not everybody may read it. */
function readable(actor: Actor): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'commitment_extents'>();
  const hidden = hiddenVisibilities(actor);
  if (hidden.length === 0) return row.lit(true);
  const isOpen = row('commitment_extents.visibility', 'not in', hidden);
  if (actor.grants.length === 0) return isOpen;
  const own = row
    .selectFrom('commitments')
    .select('commitments.id')
    .whereRef('commitments.id', '=', 'commitment_extents.commitment_id')
    .where(readableBy(actor));
  return row.or([isOpen, row.exists(own)]);
}
