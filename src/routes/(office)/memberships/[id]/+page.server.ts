import { declineMembership } from '#network/memberships/changes.server.ts';
import { reasonFields } from '#network/memberships/components/fields.ts';
import { readMembership } from '#network/memberships/queries.server.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount, requireRight } from '../../../account.server.ts';
import { submit } from '../../../forms.server.ts';

export const load = async (event) => {
  const { locals, params } = event;
  requireAccount(event);
  const request = await readMembership(locals.db.reader, locals.actor, params.id);
  requireRight(request?.status === 'open');
  return { name: request!.personal_name, form: freshForm(valuesOf(reasonFields, {})) };
};

export const actions = {
  default: (event) =>
    submit(event, {
      fields: reasonFields,
      drafts: false,
      work: ({ reason }) =>
        declineMembership(
          event.locals.db,
          event.locals.actor,
          { id: event.params.id, reason: String(reason ?? '') },
          event.locals.clock,
        ),
      goTo: () => '/memberships?done=declined',
    }),
};
