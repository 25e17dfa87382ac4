import { fail } from '@sveltejs/kit';
import { changeController } from '#network/processing/changes.server.ts';
import { controllerFields } from '#network/processing/components/fields.ts';
import { listProcessings, readController } from '#network/processing/queries.server.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAdministrator } from '../../../administrator.server.ts';
import { submit } from '../../../forms.server.ts';

export const load = async (event) => {
  requireAdministrator(event);
  const db = event.locals.db.reader;
  const controller = await readController(db);
  return {
    controller,
    at: event.locals.clock().toISOString(),
    processings: await listProcessings(db),
    form: freshForm(valuesOf(controllerFields, controller ?? {})),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    const answer = await submit(event, {
      fields: controllerFields,
      drafts: false,
      work: (input) => changeController(locals.db, locals.actor, input as never, locals.clock),
      goTo: () => '/administration/processing',
    });
    return fail(answer.status, answer.data);
  },
};
