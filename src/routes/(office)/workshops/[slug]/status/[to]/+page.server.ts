import { error } from '@sveltejs/kit';
import { cancellationFields, postponementFields } from '#events/status/components/fields.ts';
import { changeStatus } from '#events/status/changes.server.ts';
import { moveTo } from '#events/status/model.ts';
import { undisturbed } from '#events/status/model.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireRight } from '../../../../../account.server.ts';
import { editedWorkshop, headOf } from '../../../../../edited-workshop.server.ts';
import { openForm, submit } from '../../../../../forms.server.ts';

const fieldsOf = { postponed: postponementFields, cancelled: cancellationFields } as const;

/** Which of the steps that ask for a reason. */
function stepOf(to: string): keyof typeof fieldsOf {
  if (to === 'postponed' || to === 'cancelled') return to;
  return error(404, 'not-found');
}

export const load = async (event) => {
  const to = stepOf(event.params.to);
  const workshop = await editedWorkshop(event);
  requireRight(moveTo(workshop.status, to) !== undefined);
  const { reason, reason_language } = workshop.status === 'postponed' ? workshop : undisturbed;
  const values = valuesOf(fieldsOf[to], {
    reason: to === 'postponed' ? reason : null,
    reason_language: reason_language ?? event.locals.locale,
  });
  return {
    ...headOf(workshop),
    to,
    dates: { from: workshop.starts_on, to: workshop.ends_on },
    form: await openForm(event, values, workshop.version),
  };
};

export const actions = {
  default: async (event) => {
    const to = stepOf(event.params.to);
    const { locals } = event;
    // Who is no longer signed in gets the form back afterwards.
    const workshop = locals.account ? await editedWorkshop(event) : null;
    return submit(event, {
      fields: fieldsOf[to],
      edited: workshop ? { id: workshop.id, row: workshop } : undefined,
      work: async (input, version) =>
        changeStatus(
          locals.db,
          locals.actor,
          { ...input, id: workshop?.id ?? '', version: version ?? 0, to },
          locals.clock,
        ),
      goTo: () => `/workshops/${workshop?.slug ?? event.params.slug}`,
    });
  },
};
