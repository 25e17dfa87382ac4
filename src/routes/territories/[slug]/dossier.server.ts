import { readTerritoryDossier } from '#network/dossiers/queries.server.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The territory at an address with what the network's records tell of it. */
export async function territoryAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  const territory = await addressed(locals, 'territories', slug, (id) => readTerritory(db, id));
  return readTerritoryDossier(db, territory);
}
