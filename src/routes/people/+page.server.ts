import { listContributionsOf } from '#events/programme/queries.server.ts';
import { listPeople } from '#network/people/queries.server.ts';

export const load = async ({ locals }) => {
  const db = locals.db.reader;
  const people = await listPeople(db);
  const ids = people.map(({ id }) => id);
  const contributions = ids.length > 0 ? await listContributionsOf(db, locals.actor, 'person_id', ids) : [];
  const byPerson = Map.groupBy(contributions, ({ person_id }) => person_id);
  return {
    people: people.map((person) => ({ person, contributions: byPerson.get(person.id) ?? [] })),
  };
};
