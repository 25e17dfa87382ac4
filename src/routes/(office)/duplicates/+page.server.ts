import { listLikelyPairs } from '#network/duplicates/queries.server.ts';
import { mergeableKinds } from '#network/merges/model.ts';
import { listMerges } from '#network/merges/queries.server.ts';
import { mayEditNetwork } from '#network/policy.ts';
import { services } from '#platform/services/services.ts';
import { requireAccount, requireRight } from '../../account.server.ts';
import { mergesShown, undoAsked } from '../../merges.server.ts';
import { filtersAsked, paginate } from '../../paging.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  requireRight(mayEditNetwork(locals.actor));
  const chosen = filtersAsked(locals, url, { kind: mergeableKinds });
  const pairs = [];
  // Not by the page's own reader: what was found is kept with the database.
  for (const kind of chosen.kind ? [chosen.kind] : mergeableKinds)
    pairs.push(...(await listLikelyPairs(services().db.reader, kind)));
  const { shown, paging } = paginate(locals, url, pairs, chosen);
  return {
    pairs: shown,
    paging,
    chosen,
    distinguished: url.searchParams.get('done') === 'distinguished',
    merges: await mergesShown(locals, await listMerges(locals.db.reader)),
  };
};

export const actions = { undo: undoAsked };
