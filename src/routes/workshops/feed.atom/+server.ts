import { workshopsFeed } from '#events/workshops/exports.server.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { instant } from '#platform/clock/clock.ts';
import { answer } from '../../answer.ts';

export const GET = async ({ locals }) => {
  const workshops = await listWorkshops(locals.db.reader, locals.actor);
  return answer(
    workshopsFeed(workshops, locals.publicUrl, instant(locals.clock)),
    'application/atom+xml; charset=utf-8',
  );
};
