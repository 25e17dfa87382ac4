import { createEntry } from '#events/board/changes.server.ts';
import type { MinutesEntryRow } from '#events/minutes-entries/model.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { addItem } from '#events/programme/changes.server.ts';
import type { Database } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { administrator, inFrench } from './workshops.ts';

/*
 * What tests of the board begin with: sessions with what their minutes hold.
 */

/** A session of a workshop with its minutes opened. */
export async function sessionNamed(db: Database, workshopId: string, title: string) {
  const item = { workshopId, kind: 'session' as const, title: inFrench(title), contributions: [] };
  const itemId = done(await addItem(db, administrator, item)).id;
  return { itemId, minutesId: done(await openMinutes(db, administrator, { itemId })).id };
}

/** Writes an entry of minutes as a device that has synchronised leaves it. @returns its id */
export async function note(
  db: Database,
  minutesId: string,
  text: string,
  values: Partial<MinutesEntryRow> = {},
): Promise<string> {
  const id = newId();
  const at = '2027-03-10T09:00:00.000Z';
  await db.transaction((tx) =>
    tx
      .insertInto('minutes_entries')
      .values({
        id,
        minutes_id: minutesId,
        version: 1,
        sequence: 1,
        begun_at: at,
        changed_at: at,
        kind: 'conclusion',
        rank: 'a0',
        text_fr: text,
        text_ar: null,
        text_en: null,
        text_original: 'fr',
        owner: null,
        organisation_id: null,
        person_id: null,
        due_on: null,
        speaker: null,
        consent: 0,
        removed: 0,
        ...values,
      })
      .execute(),
  );
  return id;
}

/** Puts a draft on a board by hand. @returns its id */
export async function draft(
  db: Database,
  workshopId: string,
  text: string,
  kind: 'conclusion' | 'recommendation' | 'decision' | 'action' = 'conclusion',
): Promise<string> {
  return done(await createEntry(db, administrator, { workshopId, kind, text: inFrench(text) })).id;
}
