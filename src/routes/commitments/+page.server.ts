import { countCommitments, listCommitments } from '#follow-up/commitments/queries.server.ts';
import { pageAsked } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const { actor } = locals;
  const db = locals.db.reader;
  const { paging, offset } = pageAsked(locals, url, await countCommitments(db, actor));
  return { commitments: await listCommitments(db, actor, { offset, limit: paging.size }), paging };
};
