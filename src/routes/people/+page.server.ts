import { listPeople } from '#network/people/queries.server.ts';

export const load = async ({ locals }) => ({ people: await listPeople(locals.db.reader) });
