import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Database, Source } from '#platform/database/database.ts';
import { refused, type Outcome } from '#platform/records/outcome.ts';
import type { EntryContent, OperationOutcome } from '../minutes-entries/model.ts';
import { REQUEST_MOST } from '../minutes-replica/model.ts';
import { syncMinutes } from '../minutes-sync/changes.server.ts';
import { notesFile, type NotesFile } from './schema.ts';

/** What a file of notes would bring. */
export interface NotesPreview {
  file: NotesFile;
  /** What the node has not had yet, in the order it was written. */
  notes: { id: string; entry: string; set: Partial<EntryContent>; writtenAt: string }[];
  /** How many it had before. */
  known: number;
}

/**
 * Reads a file of notes that a device handed out because it could not send them; writes nothing.
 * @returns the preview, or why the file is none: not of this format, or of other minutes
 */
export async function previewNotes(
  db: Source,
  bytes: Uint8Array,
  minutesId: string,
): Promise<Outcome<{ preview: NotesPreview }>> {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('events_minutes_problem_file', 'file');
  }
  const parsed = v.safeParse(notesFile, content);
  if (!parsed.success) return refused('events_minutes_problem_file', 'file');
  const file = parsed.output;
  if (file.minutes !== minutesId) return refused('events_minutes_problem_other_minutes', 'file');
  const known = new Set<string>();
  for (let start = 0; start < file.operations.length; start += REQUEST_MOST) {
    const ids = file.operations.slice(start, start + REQUEST_MOST).map(({ id }) => id);
    const rows = await db.selectFrom('minutes_operations').select('id').where('id', 'in', ids).execute();
    for (const { id } of rows) known.add(id);
  }
  const notes = file.operations
    .filter(({ id }) => !known.has(id))
    .map(({ id, entry, set, writtenAt }) => ({ id, entry, set: set as Partial<EntryContent>, writtenAt }));
  return { ok: true, preview: { file, notes, known: known.size } };
}

/**
 * Brings a file of notes into the minutes, as its device would have: once each, with the same choices where texts meet.
 * @returns how the operations ended
 */
export async function applyNotes(
  db: Database,
  actor: Actor,
  { file }: NotesPreview,
  clock: Clock = systemClock,
): Promise<Outcome<{ outcomes: Map<OperationOutcome, number> }>> {
  const outcomes = new Map<OperationOutcome, number>();
  for (let start = 0; start < file.operations.length; start += REQUEST_MOST) {
    const outcome = await syncMinutes(
      db,
      actor,
      {
        minutesId: file.minutes,
        device: file.device,
        since: 0,
        // A file says nothing of the clock of its device.
        sentAt: clock().toISOString(),
        entry: null,
        operations: file.operations.slice(start, start + REQUEST_MOST),
      },
      clock,
    );
    if (!outcome.ok) return outcome;
    for (const { outcome: ended } of outcome.answer.outcomes)
      outcomes.set(ended, (outcomes.get(ended) ?? 0) + 1);
  }
  return { ok: true, outcomes };
}
