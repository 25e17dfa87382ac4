import { workshopCalendar } from '#events/calendar/exports.server.ts';
import { answer } from '../../../answer.ts';
import { datedDossierAt } from '../../../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await datedDossierAt(locals, params.slug);
  return answer(
    workshopCalendar(dossier, locals.publicUrl),
    'text/calendar; charset=utf-8',
    `${params.slug}.ics`,
  );
};
