import { readServing } from '#publication/concepts/queries.server.ts';
import { conceptAt } from '../../concepts.server.ts';

export const load = async ({ params, locals }) => {
  const { concept, sources } = await conceptAt(locals, 'sdg', 'goals', params.slug);
  return { concept, sources, serving: await readServing(locals.db.reader, locals.actor, [concept.id]) };
};
