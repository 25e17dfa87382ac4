import { readTimeline } from '#follow-up/timelines/queries.server.ts';
import { countAsked } from '#follow-up/register/queries.server.ts';
import { endOfDay } from '#platform/clock/due.ts';
import { choicesOf, leadToCanonical, viewAsked } from '../../register.server.ts';

export const load = async ({ locals, url }) => {
  const { actor, db } = locals;
  const asked = await viewAsked(locals, url, 'commitments');
  leadToCanonical(locals, url, asked);
  locals.reads.changesAt(endOfDay(asked.today));
  const [timeline, counted, choices] = await Promise.all([
    readTimeline(db.reader, actor, asked),
    countAsked(db.reader, actor, asked),
    choicesOf(locals, 'commitments'),
  ]);
  return { asked, timeline, counted, choices };
};
