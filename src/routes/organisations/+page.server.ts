import { organisationLevels, organisationTypes } from '#network/organisations/model.ts';
import { listOrganisationNames, listOrganisations } from '#network/organisations/queries.server.ts';
import { idsWithin, listTerritories } from '#network/territories/queries.server.ts';
import { mayEditOrganisations } from '#network/policy.ts';
import { inNameOrder } from '#platform/locale/order.ts';
import { filtersAsked, paginate } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const regions = inNameOrder(await listTerritories(db, 'region'), locals.locale);
  const chosen = filtersAsked(locals, url, {
    type: organisationTypes,
    level: organisationLevels,
    territory: regions.map(({ slug }) => slug),
  });
  const region = regions.find(({ slug }) => slug === chosen.territory);
  const names = await listOrganisationNames(db, {
    type: chosen.type,
    level: chosen.level,
    territoryIds: region && (await idsWithin(db, region.id)),
  });
  const byType = Map.groupBy(inNameOrder(names, locals.locale), ({ type }) => type);
  const { shown, paging } = paginate(
    locals,
    url,
    organisationTypes.flatMap((type) => byType.get(type) ?? []),
    chosen,
  );
  const organisations = await listOrganisations(
    db,
    shown.map(({ id }) => id),
  );
  return {
    groups: [...Map.groupBy(organisations, ({ type }) => type)].map(([type, organisations]) => ({
      type,
      organisations,
    })),
    paging,
    mayImport: mayEditOrganisations(locals.actor),
    chosen,
    regions,
  };
};
