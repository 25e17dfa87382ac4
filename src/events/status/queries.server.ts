import type { Source } from '#platform/database/database.ts';
import { changesOf } from '#platform/journal/history.ts';
import { undisturbed, type StatusColumns } from './model.ts';
import type { WorkshopStatus } from '../workshops/model.ts';

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
