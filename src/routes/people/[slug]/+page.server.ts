import { listContributionsOf } from '#events/programme/queries.server.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import { saidBy } from '../../said.server.ts';
import { personAt } from './dossier.server.ts';

export const load = async ({ params, locals, url }) => {
  const { person, sources } = await personAt(locals, params.slug);
  const contributions = await listContributionsOf(locals.db.reader, locals.actor, 'person_id', person.id);
  const meetings = [...new Set(contributions.map(({ workshop_id }) => workshop_id))];
  const told = await linkedFrom(locals.db.reader, 'sources', meetings, ['cites']);
  return {
    person,
    sources: [...sources, ...told],
    contributions,
    said: await saidBy(locals, url, person.id),
  };
};
