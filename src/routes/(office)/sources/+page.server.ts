import { mayEditNetwork } from '#network/policy.ts';
import { listAllSources } from '#network/sources/queries.server.ts';
import { countRecords } from '#platform/records/list.server.ts';
import { requireAccount, requireRight } from '../../account.server.ts';
import { pageAsked } from '../../paging.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  requireRight(mayEditNetwork(locals.actor));
  const { paging, offset } = pageAsked(locals, url, await countRecords(locals.db.reader, 'sources'));
  return { paging, sources: await listAllSources(locals.db.reader, { offset, limit: paging.size }) };
};
