import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { CommitmentRow } from '../commitments/model.ts';
import { readableBy, withLeads } from '../commitments/queries.server.ts';

/**
 * The commitment that one names as its other part, and those that name it, as far as an actor may read them. Two that
 * name each other are agreed; what only one side says is proposed.
 */
export async function readMatching(db: Source, actor: Actor, { id, matches_id }: CommitmentRow) {
  const rows = await db
    .selectFrom('commitments')
    .selectAll()
    .where(({ eb, or }) =>
      or([eb('matches_id', '=', id), ...(matches_id ? [eb('id', '=', matches_id)] : [])]),
    )
    .where(readableBy(actor))
    .orderBy('reference')
    .execute();
  const led = await withLeads(db, rows);
  const named = led.find((row) => row.id === matches_id) ?? null;
  return {
    named,
    isAgreed: named?.matches_id === id,
    /** Those that name it and are not named by it. */
    proposals: led.filter((row) => row.matches_id === id && row.id !== matches_id),
  };
}
