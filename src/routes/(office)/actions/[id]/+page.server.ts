import { error, type RequestEvent } from '@sveltejs/kit';
import { settleAction } from '#events/actions/changes.server.ts';
import { settlingFields } from '#events/actions/components/fields.ts';
import { dayOf } from '#platform/clock/due.ts';
import { mayEditAction, readSettled, withOwners } from '#events/actions/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { isId } from '#platform/records/uuid.ts';
import { requireAccount } from '../../../account.server.ts';
import { openForm, submit } from '../../../forms.server.ts';

type Asked = RequestEvent & { params: { id: string } };

/** The action at an address, for who edits its workshop and for who owns it. */
async function actionAt({ locals, params }: Asked) {
  const { db, actor } = locals;
  const action = isId(params.id) ? await readSettled(db.reader, actor, params.id) : undefined;
  return action ?? error(404, 'not-found');
}

export const load = async (event) => {
  const account = requireAccount(event);
  const { db, actor, clock } = event.locals;
  const action = await actionAt(event);
  const values = { ...valuesOf(settlingFields, action), language: action.reason_language ?? account.locale };
  const edits = await mayEditAction(db.reader, actor, action.id);
  return {
    action: (await withOwners(db.reader, [action]))[0]!,
    // Whom it is told to may own an action of a meeting that is not theirs to read.
    workshop: (await readWorkshop(db.reader, actor, action.workshop_id)) ?? null,
    list: edits ? `/workshops/${action.slug}/actions` : '/my-work',
    edits,
    today: dayOf(clock()),
    form: await openForm(event, values, action.version),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    const action = locals.account ? await actionAt(event) : null;
    return submit(event, {
      fields: settlingFields,
      edited: action ? { id: action.id, row: action } : undefined,
      work: (input, version) =>
        settleAction(
          locals.db,
          locals.actor,
          { ...input, id: action?.id ?? '', version: version ?? 0 } as never,
          locals.clock,
        ),
      goTo: async ({ id }) =>
        (await mayEditAction(locals.db.reader, locals.actor, id))
          ? `/workshops/${action!.slug}/actions`
          : '/my-work',
    });
  },
};
