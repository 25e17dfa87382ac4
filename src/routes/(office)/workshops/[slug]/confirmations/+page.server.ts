import { fail, redirect } from '@sveltejs/kit';
import { confirmContribution, confirmText } from '#events/confirmations/changes.server.ts';
import { isToConfirm, isToReread, textsToReread } from '#events/confirmations/model.ts';
import { readProgramme } from '#events/programme/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { sentence } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const programme = await readProgramme(event.locals.db.reader, workshop.id);
  const items = programme
    .map((item) => ({
      ...item,
      toReread: isToReread(item),
      contributions: item.contributions.filter((row) => isToConfirm(row)),
    }))
    .filter(({ toReread, contributions }) => toReread || contributions.length > 0);
  const texts = textsToReread(workshop).map((field) => ({ field, text: read(workshop, field) }));
  return { ...headOf(workshop), items, texts };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const workshop = await editedWorkshop(event);
    const form = await request.formData();
    const what = form.get('text');
    const outcome =
      what === null
        ? await confirmContribution(locals.db, locals.actor, {
            contributionId: String(form.get('contribution')),
          })
        : await confirmText(locals.db, locals.actor, { workshopId: workshop.id, what: String(what) });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(`/workshops/${workshop.slug}/confirmations`, locals.locale));
  },
};
