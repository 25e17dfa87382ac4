import { listContributionsOf } from '#events/programme/queries.server.ts';
import { personAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const { person, sources } = await personAt(locals, params.slug);
  const contributions = await listContributionsOf(locals.db.reader, locals.actor, 'person_id', person.id);
  return { person, sources, contributions };
};
