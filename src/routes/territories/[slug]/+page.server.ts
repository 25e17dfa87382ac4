import { workshopsHeldIn, workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { listLate, readOutlook } from '#follow-up/commitment-outlooks/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { idsWithin, listTerritories } from '#network/territories/queries.server.ts';
import { paginate } from '../../paging.server.ts';
import { READ, shortened } from '../../shortened.ts';
import { territoryAt } from './dossier.server.ts';

/** How many of the commitments that fall due next the page tells. */
const NEXT = 5;
/** How many of those that are late, the longest first. */
const LATE = 5;

export const load = async ({ params, locals, url }) => {
  const db = locals.db.reader;
  const dossier = await territoryAt(locals, params.slug);
  const { id } = dossier.territory;
  const within = await idsWithin(db, id);
  const [held, concerning, recommendations, outlook, late, regions] = await Promise.all([
    workshopsHeldIn(db, locals.actor, id),
    workshopsLinkedTo(db, locals.actor, id, ['concerns']),
    recommendationsLinkedTo(db, locals.actor, id, ['concerns'], READ),
    readOutlook(db, locals.actor, { within }, NEXT),
    listLate(db, locals.actor, within, LATE),
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
    late,
    regions,
  };
};
