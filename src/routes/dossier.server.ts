import { readDossier } from '#events/dossier/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { addressed } from './addressed.ts';

/** The workshop at an address with everything around it, for its page and the files beside it. */
export async function dossierAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  const workshop = await addressed(locals, 'workshops', slug, (id) => readWorkshop(db, locals.actor, id));
  return readDossier(db, locals.actor, workshop);
}
