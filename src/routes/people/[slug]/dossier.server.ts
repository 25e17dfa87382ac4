import { readPersonDossier } from '#network/dossiers/queries.server.ts';
import { readPerson } from '#network/people/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The person at an address with where the name was read. */
export async function personAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  return readPersonDossier(db, await addressed(locals, 'people', slug, (id) => readPerson(db, id)));
}
