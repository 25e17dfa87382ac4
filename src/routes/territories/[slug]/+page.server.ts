import { workshopsHeldIn, workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { readOutlook } from '#follow-up/commitment-outlooks/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { idsWithin, listTerritories } from '#network/territories/queries.server.ts';
import { paginate } from '../../paging.server.ts';
import { READ, shortened } from '../../shortened.ts';
import { territoryAt } from './dossier.server.ts';

/** How many of the commitments that fall due next the page tells. */
const NEXT = 5;

export const load = async ({ params, locals, url }) => {
  const db = locals.db.reader;
  const dossier = await territoryAt(locals, params.slug);
  const { id } = dossier.territory;
  const [held, concerning, recommendations, outlook, regions] = await Promise.all([
    workshopsHeldIn(db, locals.actor, id),
    workshopsLinkedTo(db, locals.actor, id, ['concerns']),
    recommendationsLinkedTo(db, locals.actor, id, ['concerns'], READ),
    idsWithin(db, id).then((within) => readOutlook(db, locals.actor, { within }, NEXT)),
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
    outlook,
    regions,
  };
};
