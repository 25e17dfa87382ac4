import { error } from '@sveltejs/kit';
import { mayEditWorkshop } from '#events/queries.server.ts';
import { isOver } from '#events/workshops/model.ts';
import { draftedNote, pressPaper } from '#publication/press-notes/exports.server.ts';
import { readPressNote, readPublicNote } from '#publication/press-notes/queries.server.ts';
import { readProceedings } from '#publication/proceedings/queries.server.ts';
import { dossierAt } from './dossier.server.ts';
import { settingOf } from './proceedings.server.ts';

/** The press note of the workshop at an address: 404 until it is public, but for who edits the workshop. */
export async function pressNoteAt(locals: App.Locals, slug: string) {
  const dossier = await dossierAt(locals, slug);
  const db = locals.db.reader;
  const { workshop } = dossier;
  const edits = locals.account !== null && (await mayEditWorkshop(db, locals.actor, workshop.id));
  const note = edits ? await readPressNote(db, workshop.id) : await readPublicNote(db, workshop);
  if (!note) error(404, 'not-found');
  return { workshop, note, paper: pressPaper(note, dossier, await settingOf(locals)) };
}

/** The note that the facts of a workshop give now. */
export async function draftedAt(locals: App.Locals, slug: string) {
  const dossier = await dossierAt(locals, slug);
  const told = await readProceedings(locals.db.reader, locals.actor, dossier);
  return draftedNote(told, locals.publicUrl, isOver(dossier.workshop, locals.clock()));
}
