import type { Dossier } from '#events/dossier/queries.server.ts';
import { publicStatuses } from '#events/policy.ts';
import { editableBy } from '#events/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { PressNoteRow } from './model.ts';

/** The press note of a workshop. The caller has asked whether the actor edits the workshop. */
export function readPressNote(db: Source, workshopId: string): Promise<PressNoteRow | undefined> {
  return db.selectFrom('press_notes').selectAll().where('workshop_id', '=', workshopId).executeTakeFirst();
}

/** The press note of a workshop that everyone reads. The caller has read the workshop. */
export async function readPublicNote(
  db: Source,
  workshop: Dossier['workshop'],
): Promise<PressNoteRow | undefined> {
  const note = await readPressNote(db, workshop.id);
  return note?.is_public === 1 && publicStatuses.includes(workshop.status) ? note : undefined;
}

/** One press note with its workshop's address, for who edits the workshop. */
export function readEditable(db: Source, actor: Actor, id: string) {
  return db
    .selectFrom('press_notes')
    .innerJoin('workshops', 'workshops.id', 'press_notes.workshop_id')
    .selectAll('press_notes')
    .select('workshops.slug as inside')
    .where('press_notes.id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
}
