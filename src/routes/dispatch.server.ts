import type { Dossier } from '#events/dossier/queries.server.ts';
import { previewsOf } from '#publication/dispatches/exports.server.ts';
import type { PressNoteRow } from '#publication/press-notes/model.ts';
import { countConcerned, reachOf } from '#publication/subscriptions/queries.server.ts';

/** The letters that subscribers would get of a note, in each language, with how many read it. */
export async function lettersToSend(locals: App.Locals, dossier: Dossier, note: PressNoteRow) {
  const db = locals.db.reader;
  const counts = await countConcerned(db, await reachOf(db, dossier));
  const letters = previewsOf(note, dossier.workshop, locals.publicUrl, locals.clock());
  return letters.map((letter) => ({ ...letter, count: counts[letter.locale] ?? 0 }));
}
