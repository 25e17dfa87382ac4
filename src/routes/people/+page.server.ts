import { listContributionsOf } from '#events/programme/queries.server.ts';
import { listPeople, listPeopleNames } from '#network/people/queries.server.ts';
import { mayEditNetwork } from '#network/policy.ts';
import { inNameOrder } from '#platform/locale/order.ts';
import { paginate } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const names = inNameOrder(await listPeopleNames(db), locals.locale);
  const { shown, paging } = paginate(locals, url, names);
  const ids = shown.map(({ id }) => id);
  const [people, contributions] = await Promise.all([
    listPeople(db, ids),
    ids.length > 0 ? listContributionsOf(db, locals.actor, 'person_id', ids) : [],
  ]);
  const byPerson = Map.groupBy(contributions, ({ person_id }) => person_id);
  return {
    people: people.map((person) => ({ person, contributions: byPerson.get(person.id) ?? [] })),
    paging,
    mayImport: mayEditNetwork(locals.actor),
  };
};
