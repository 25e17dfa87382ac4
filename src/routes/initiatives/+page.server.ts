import { listInitiatives } from '#network/initiatives/queries.server.ts';

export const load = async ({ locals }) => ({ initiatives: await listInitiatives(locals.db.reader) });
