import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { changesOf } from '#platform/journal/history.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { recordableSessions, recordableWorkshops } from '../policy.ts';
import { within } from '../queries.server.ts';
import { excesses, type ParticipationCountRow, type StatedInput } from './model.ts';

/** What counts are of: a workshop as a whole, or one of its sessions. */
export interface Subject {
  workshopId: string;
  itemId: string | null;
}

/** The counts that an actor may write, as the `where` of a query that has joined `workshops`. */
function countsBy(actor: Actor): Expression<SqlBool> {
  const count = expressionBuilder<Tables, 'participation_counts'>();
  const sessions = recordableSessions(actor);
  const ways = [within(recordableWorkshops(actor))];
  if (sessions.length > 0) ways.push(count('participation_counts.item_id', 'in', sessions));
  return count.or(ways);
}

/** The lines of a subject in their order, as whoever writes them sees them: nothing is merged. */
export function listCounts(
  db: Source,
  actor: Actor,
  { workshopId, itemId }: Subject,
): Promise<ParticipationCountRow[]> {
  return db
    .selectFrom('participation_counts')
    .innerJoin('workshops', 'workshops.id', 'participation_counts.workshop_id')
    .selectAll('participation_counts')
    .where('participation_counts.workshop_id', '=', workshopId)
    .where('participation_counts.item_id', itemId === null ? 'is' : '=', itemId)
    .where(countsBy(actor))
    .orderBy('participation_counts.position')
    .orderBy('participation_counts.id')
    .execute();
}

/** Whether a workshop would state less as a whole than its lines count; the refusal stands beside the number. */
export async function belowCounts(
  db: Source,
  workshopId: string,
  stated: StatedInput | undefined,
): Promise<Refusal | null> {
  const lines = await db
    .selectFrom('participation_counts')
    .select(['women', 'men', 'not_stated'])
    .where('workshop_id', '=', workshopId)
    .where('item_id', 'is', null)
    .execute();
  const counts = lines.map(({ women, men, not_stated }) => ({
    women: women ?? undefined,
    men: men ?? undefined,
    notStated: not_stated ?? undefined,
  }));
  const [first] = lines.length > 0 ? excesses(stated, counts) : [];
  return first ? refused(first.reason, first.field) : null;
}

/**
 * A subject's own row and its lines as they stood in one version of the row; undefined where the journal doesn't know
 * it. A version covers the lines: they are what the journal had written of them until the row's next version.
 */
export async function countsAt(
  db: Source,
  { workshopId, itemId }: Subject,
  version: number,
): Promise<{ row: object; counts: ParticipationCountRow[] } | undefined> {
  const entries = await changesOf(db, itemId ?? workshopId);
  const at = entries.findIndex(({ after }) => after?.['version'] === version);
  const entry = entries[at];
  if (!entry?.after) return undefined;
  const until = entries[at - 1]?.number ?? Number.MAX_SAFE_INTEGER;
  const written = await db
    .selectFrom('journal')
    .select(['record_id', 'before', 'after'])
    .where('kind', '=', 'participation_counts')
    .where('number', '<', until)
    .where((where) =>
      where.or([where('before', 'like', `%${workshopId}%`), where('after', 'like', `%${workshopId}%`)]),
    )
    .orderBy('number')
    .execute();
  const lines = new Map<string, ParticipationCountRow>();
  for (const { record_id, after } of written) {
    const line = after === null ? null : (JSON.parse(after) as ParticipationCountRow);
    if (line && line.item_id === itemId) lines.set(record_id, line);
    else lines.delete(record_id);
  }
  const counts = [...lines.values()].toSorted((a, b) => a.position - b.position);
  return { row: entry.after, counts };
}
