import { readOrganisationDossier } from '#network/dossiers/queries.server.ts';
import { readOrganisation } from '#network/organisations/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The organisation at an address with what the network's records tell of it. */
export async function organisationAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  const organisation = await addressed(locals, 'organisations', slug, (id) => readOrganisation(db, id));
  return readOrganisationDossier(db, organisation);
}
