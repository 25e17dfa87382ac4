import { briefingBlocks } from '#follow-up/briefings/exports.server.ts';
import { mostRead } from '#follow-up/briefings/model.ts';
import { briefingAt } from '../briefing.server.ts';

export const load = async ({ params, locals, url }) => {
  const { briefing, setting, paper, given, refused } = await briefingAt(locals, url, params.slug);
  const { barer: _barer, ...whole } = paper;
  return {
    territory: briefing.territory,
    today: briefing.today,
    since: briefing.since,
    given,
    refused,
    restricted: setting.restricted,
    mayReadMore: locals.actor.grants.length > 0,
    // A page has room for more than a sheet, and there its addresses are links on this node.
    paper: { ...whole, blocks: briefingBlocks(briefing, { publicUrl: '' }, mostRead) },
  };
};
