import { acceptMembership } from '#network/memberships/changes.server.ts';
import { placeFields } from '#network/memberships/components/fields.ts';
import { memberOf } from '#network/memberships/model.ts';
import { readMembership } from '#network/memberships/queries.server.ts';
import { mayGive } from '#network/grants/policy.ts';
import { freshForm } from '#platform/forms/state.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { submit } from '../../../../forms.server.ts';
import { placeFrom, roleOptions } from '../../../../places.server.ts';

export const load = async (event) => {
  const { locals, params } = event;
  requireAccount(event);
  const request = await readMembership(locals.db.reader, locals.actor, params.id);
  requireRight(request?.status === 'open');
  const { on } = await roleOptions(locals);
  const places = on
    .map((option) => ({ ...option, value: placeFrom(option.value) }))
    .filter(({ value: { scope, on } }) => {
      const held = memberOf(on);
      return held.scope === scope && mayGive(locals.actor, held);
    });
  return {
    name: request!.personal_name,
    message: request!.personal_message,
    lang: request!.locale,
    form: freshForm({ on: request!.organisation_id ?? '' }),
    options: { on: places.map((option) => ({ ...option, value: option.value.on })) },
  };
};

export const actions = {
  default: (event) =>
    submit(event, {
      fields: placeFields,
      drafts: false,
      work: ({ on }) =>
        acceptMembership(
          event.locals.db,
          event.locals.actor,
          { id: event.params.id, ...(on !== undefined && { on: String(on) }) },
          event.locals,
        ),
      goTo: () => '/memberships?done=accepted',
    }),
};
