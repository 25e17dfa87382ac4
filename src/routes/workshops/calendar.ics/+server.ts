import { workshopsCalendar } from '#events/workshops/exports.server.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { answer } from '../../answer.ts';
import { marked } from '../../exercise.server.ts';

export const GET = async ({ locals }) => {
  const workshops = await marked(locals, await listWorkshops(locals.db.reader, locals.actor));
  return answer(
    workshopsCalendar(workshops, locals.publicUrl),
    'text/calendar; charset=utf-8',
    'indimaj.ics',
  );
};
