import { workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { linkedTo } from '#network/links/queries.server.ts';
import { initiativeAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const db = locals.db.reader;
  const dossier = await initiativeAt(locals, params.slug);
  const { id } = dossier.initiative;
  const [workshops, presentations, recommendations] = await Promise.all([
    workshopsLinkedTo(db, locals.actor, id, ['part-of']),
    linkedTo(db, 'programme_items', [id], ['presents']),
    recommendationsLinkedTo(db, id, ['stems-from']),
  ]);
  const readable = new Set(workshops.map((workshop) => workshop.id));
  return {
    dossier,
    workshops,
    presentations: presentations.filter((item) => readable.has(item.workshop_id)),
    recommendations,
  };
};
