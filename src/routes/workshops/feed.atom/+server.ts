import { workshopsFeed } from '#events/workshops/exports.server.ts';
import { phaseOf } from '#events/workshops/model.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { instant } from '#platform/clock/clock.ts';
import { answer } from '../../answer.ts';
import { marked } from '../../exercise.server.ts';

export const GET = async ({ locals }) => {
  const workshops = await marked(locals, await listWorkshops(locals.db.reader, locals.actor));
  // Proceedings join the feed when a meeting is over.
  for (const workshop of workshops) {
    const { changesAt } = phaseOf(workshop, locals.clock());
    if (workshop.status === 'published' && changesAt) locals.reads.changesAt(changesAt);
  }
  return answer(
    workshopsFeed(workshops, locals.publicUrl, instant(locals.clock)),
    'application/atom+xml; charset=utf-8',
  );
};
