import { readInitiativeDossier } from '#network/dossiers/queries.server.ts';
import { readInitiative } from '#network/initiatives/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The initiative at an address with what the network's records tell of it. */
export async function initiativeAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  return readInitiativeDossier(
    db,
    await addressed(locals, 'initiatives', slug, (id) => readInitiative(db, id)),
  );
}
