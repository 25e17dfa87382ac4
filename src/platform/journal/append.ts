import type { Actor } from '../actor/actor.ts';
import { instant, type Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { isId } from '../records/uuid.ts';
import type { Row, Verb } from './model.ts';

export interface Change {
  kind: string;
  recordId: string;
  verb: Verb;
  before: Row | null;
  after: Row | null;
}

/** Empties every cached page: what the public may see has changed beyond the records an entry names. */
export const EVERYTHING = '*';

/** Writes a change into the journal, in the transaction of the change itself. */
export async function append(tx: Transaction, actor: Actor, change: Change, clock: Clock): Promise<void> {
  await tx
    .insertInto('journal')
    .values({
      at: instant(clock),
      actor_id: actor.id,
      kind: change.kind,
      record_id: change.recordId,
      verb: change.verb,
      before: change.before && JSON.stringify(withoutPersonal(change.before)),
      after: change.after && JSON.stringify(withoutPersonal(change.after)),
      touches: JSON.stringify(touched(change)),
    })
    .execute();
}

/** How the journal shows that a person's datum stood there. */
export const REDACTED = '•';

/** A row as the journal may keep it for ever: what its columns named `personal_…` held is left out. */
function withoutPersonal(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.startsWith('personal_') && value !== null ? REDACTED : value,
    ]),
  );
}

/** What a change touches: every id and address that stands in its row, before or after. */
export function touched({ recordId, before, after }: Change): string[] {
  const found = new Set([recordId]);
  for (const row of [before, after]) {
    for (const value of Object.values(row ?? {})) if (isId(value)) found.add(value);
    if (typeof row?.['slug'] === 'string') found.add(addressTouch(row['slug']));
  }
  // A change of these may show or hide the record on pages that hold nothing of it yet.
  if (before && after && showing.some((column) => before[column] !== after[column])) found.add(EVERYTHING);
  return [...found];
}

/** Columns that say who reads a record. */
const showing = ['status', 'visibility'];

/** How a slug stands among what a page reads and what a change touches. */
export function addressTouch(slug: string): string {
  return `address:${slug}`;
}
