import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm, textIn, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { subscribe } from '#publication/subscriptions/changes.server.ts';
import { subscriptionFields } from '#publication/subscriptions/components/fields.ts';
import { problemsOf } from '../../forms.server.ts';
import { subjectOptions } from '../../subjects.server.ts';

/** A field that people don't see: what fills it in is a program. */
const TRAP = 'website';

/* As of a request to join: the empty form is the same for everyone, its answers stand under an address with a query. */
export const load = async ({ locals, url }) => ({
  sent: url.searchParams.has('sent'),
  ended: url.searchParams.has('ended'),
  form: freshForm({ ...valuesOf(subscriptionFields, { locale: locals.locale }), subject: 'all' }),
  options: { subject: await subjectOptions(locals) },
});

export const actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const values = readForm(subscriptionFields, form);
    const done = `${localized('/subscribe', locals.locale)}?sent`;
    // A program is told what a person is told.
    if (form.get(TRAP)) redirect(303, done);
    const again = (status: number, problems: { control: string; text: string }[]) =>
      fail(status, { form: { ...freshForm(values), problems } });
    const email = textIn(values, 'email').trim().toLowerCase();
    if (!(await mayTry('subscribe', email, request.headers)))
      return again(429, [{ control: '', text: m.network_account_too_often() }]);
    const { clock, publicUrl } = locals;
    const writing = { clock, publicUrl, secrets: services().secrets };
    const outcome = await subscribe(locals.db, inputOf(subscriptionFields, values) as never, writing);
    if (!outcome.ok) return again(422, problemsOf(outcome));
    redirect(303, done);
  },
};
