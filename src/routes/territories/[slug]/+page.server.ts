import { workshopsHeldIn, workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { paginate } from '../../paging.server.ts';
import { READ, shortened } from '../../shortened.ts';
import { territoryAt } from './dossier.server.ts';

export const load = async ({ params, locals, url }) => {
  const db = locals.db.reader;
  const dossier = await territoryAt(locals, params.slug);
  const { id } = dossier.territory;
  const [held, concerning, recommendations, regions] = await Promise.all([
    workshopsHeldIn(db, locals.actor, id),
    workshopsLinkedTo(db, locals.actor, id, ['concerns']),
    recommendationsLinkedTo(db, locals.actor, id, ['concerns'], READ),
    listTerritories(db, 'region'),
  ]);
  const { shown, paging } = paginate(locals, url, dossier.within);
  const here = new Set(held.map((workshop) => workshop.id));
  return {
    dossier,
    /** The territories within, a page at a time. */
    within: shown,
    paging,
    held,
    /** Those held elsewhere. */
    concerning: concerning.filter((workshop) => !here.has(workshop.id)),
    recommendations: shortened(recommendations),
    regions,
  };
};
