import { fail } from '@sveltejs/kit';
import { m } from '#messages';
import { mayGiveSomewhere } from '#network/grants/policy.ts';
import { createInvitation } from '#network/invitations/changes.server.ts';
import { invitationFields } from '#network/invitations/components/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { readForm, valuesOf } from '#platform/forms/values.ts';
import { isLocale } from '#platform/locale/locale.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { requireAccount, requireRight } from '../../../account.server.ts';
import { openForm, submit } from '../../../forms.server.ts';
import { leftUnchosen, placeFrom, placeInLetter, roleOptions } from '../../../places.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const account = requireAccount(event);
  requireRight(mayGiveSomewhere(locals.actor));
  const options = await roleOptions(locals);
  const only = (offered: { value: string }[]) => (offered.length === 1 ? offered[0]!.value : '');
  const values = { ...valuesOf(invitationFields, {}), locale: account.locale, on: only(options.on) };
  return { options, form: await openForm(event, values) };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const values = readForm(invitationFields, await request.clone().formData());
    const email = String(values['email'] ?? '').toLowerCase();
    if (locals.account && !(await mayTry('invitation', email, request.headers)))
      return fail(429, {
        form: { ...freshForm(values), problems: [{ control: '', text: m.network_account_too_often() }] },
      });
    return submit(event, {
      fields: invitationFields,
      work: async ({ on, ...input }) => {
        // Whoever gives some roles only is told that none was chosen, not that it is not theirs to give.
        const missing = leftUnchosen({ ...input, on });
        if (missing) return missing;
        const place = placeFrom(on);
        const locale = isLocale(input['locale']) ? input['locale'] : locals.locale;
        return createInvitation(locals.db, locals.actor, { ...input, ...place } as never, {
          clock: locals.clock,
          publicUrl: locals.publicUrl,
          place: await placeInLetter(locals, place, locale),
        });
      },
      goTo: () => '/invitations?sent',
    });
  },
};
