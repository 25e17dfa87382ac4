import { organisationTypes } from '#network/organisations/model.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';

export const load = async ({ locals }) => {
  const byType = Map.groupBy(await listOrganisations(locals.db.reader), ({ type }) => type);
  return {
    groups: organisationTypes.flatMap((type) => {
      const organisations = byType.get(type);
      return organisations ? [{ type, organisations }] : [];
    }),
  };
};
