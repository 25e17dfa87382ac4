import { itemsPresenting } from '#events/programme/queries.server.ts';
import { workshopsOfInitiative } from '#events/workshops/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { chainOf } from '../../chain.server.ts';
import { READ, shortened } from '../../shortened.ts';
import { initiativeAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const db = locals.db.reader;
  const dossier = await initiativeAt(locals, params.slug);
  const { id } = dossier.initiative;
  const [workshops, presentations, recommendations, chain] = await Promise.all([
    workshopsOfInitiative(db, locals.actor, id),
    itemsPresenting(db, locals.actor, id),
    recommendationsLinkedTo(db, locals.actor, id, ['stems-from'], READ),
    chainOf(locals, { kind: 'initiatives', id }),
  ]);
  return { dossier, workshops, presentations, recommendations: shortened(recommendations), chain };
};
