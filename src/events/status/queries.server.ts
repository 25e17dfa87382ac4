import type { Source } from '#platform/database/database.ts';
import { changesOf } from '#platform/journal/history.ts';
import type { StatusColumns, WorkshopStatus } from '../workshops/model.ts';
import { undisturbed } from './model.ts';

/** What a workshop was before it came into the status it is in. */
export type FormerState = StatusColumns & { status: WorkshopStatus };

/**
 * What stood before a workshop was called off, or put off without new days, as its journal tells; announced, where
 * the journal doesn't know.
 */
export async function readFormerState(
  db: Source,
  { id, status }: { id: string; status: WorkshopStatus },
): Promise<FormerState> {
  const changes = await changesOf(db, id);
  const came = changes.find(({ before }) => before !== null && before['status'] !== status);
  if (!came?.before) return { ...undisturbed, status: 'announced' };
  const { reason, reason_language, former_starts_on, former_ends_on, ...before } =
    came.before as unknown as FormerState;
  return { reason, reason_language, former_starts_on, former_ends_on, status: before.status };
}

/** The accounts that have a role in a workshop, or in one of its sessions. */
export async function listHolders(db: Source, workshopId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('grants')
    .select('account_id')
    .distinct()
    .where((where) =>
      where.or([
        where('on_id', '=', workshopId),
        where('on_id', 'in', (query) =>
          query.selectFrom('programme_items').select('id').where('workshop_id', '=', workshopId),
        ),
      ]),
    )
    .orderBy('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}
