import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { requestMembership } from '#network/memberships/changes.server.ts';
import { membershipFields } from '#network/memberships/components/fields.ts';
import { listOrganisationNames } from '#network/organisations/queries.server.ts';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm, textIn, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { inNameOrder } from '#platform/locale/order.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { problemsOf } from '../../forms.server.ts';

/** A field that people don't see: what fills it in is a program. */
const TRAP = 'website';

/*
 * The empty form is the same for everyone and holds nothing of anybody, so it is kept like any public page; its
 * answers stand under addresses with a query, or in the answer to what was sent, which never are.
 */
export const load = async ({ locals, url }) => {
  const organisations = inNameOrder(await listOrganisationNames(locals.db.reader), locals.locale);
  return {
    sent: url.searchParams.has('sent'),
    form: freshForm(valuesOf(membershipFields, {})),
    options: {
      organisationId: organisations.map((row) => {
        const { text, lang, dir, fallback } = requiredPassage(row, 'name', locals.locale);
        return { value: row.id, label: text, ...(fallback && { lang, dir }) };
      }),
    },
  };
};

export const actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const values = readForm(membershipFields, form);
    const done = `${localized('/membership', locals.locale)}?sent`;
    // A program is told what a person is told.
    if (form.get(TRAP)) redirect(303, done);
    const again = (status: number, problems: { control: string; text: string }[]) =>
      fail(status, { form: { ...freshForm(values), problems } });
    const email = textIn(values, 'email').trim().toLowerCase();
    if (!(await mayTry('membership', email, request.headers)))
      return again(429, [{ control: '', text: m.network_account_too_often() }]);
    const input = { ...inputOf(membershipFields, values), locale: locals.locale };
    const outcome = await requestMembership(locals.db, input as never, locals.clock);
    if (!outcome.ok) return again(422, problemsOf(outcome));
    redirect(303, done);
  },
};
