import { error } from '@sveltejs/kit';
import { itemCalendar } from '#events/calendar/exports.server.ts';
import { answer } from '../../../../answer.ts';
import { datedDossierAt } from '../../../../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await datedDossierAt(locals, params.slug);
  const item = dossier.programme.find(({ anchor }) => anchor === params.item);
  if (!item) error(404, 'not-found');
  const name = `${params.slug}-${params.item}.ics`;
  return answer(itemCalendar(dossier, item, locals.publicUrl), 'text/calendar; charset=utf-8', name);
};
