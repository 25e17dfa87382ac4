import { countDebates, listDebates } from '#deliberation/debates/queries.server.ts';
import { pageAsked, partAsked } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const { db, actor } = locals;
  const { paging } = pageAsked(locals, url, await countDebates(db.reader, actor));
  return {
    paging,
    debates: await listDebates(db.reader, actor, partAsked(url)),
    isRemoved: locals.account !== null && url.searchParams.get('done') === 'removed',
  };
};
