import { fail, redirect } from '@sveltejs/kit';
import { confirmContribution } from '#events/confirmations/changes.server.ts';
import { isToConfirm } from '#events/confirmations/model.ts';
import { readProgramme } from '#events/programme/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { sentence } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const programme = await readProgramme(event.locals.db.reader, workshop.id);
  const items = programme
    .map((item) => ({ ...item, contributions: item.contributions.filter((row) => isToConfirm(row)) }))
    .filter(({ contributions }) => contributions.length > 0);
  return { ...headOf(workshop), items };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const workshop = await editedWorkshop(event);
    const contributionId = String((await request.formData()).get('contribution'));
    const outcome = await confirmContribution(locals.db, locals.actor, { contributionId });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(`/workshops/${workshop.slug}/confirmations`, locals.locale));
  },
};
