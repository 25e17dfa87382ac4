import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { createFirstAccount, opensSetup } from '#network/setup/changes.server.ts';
import { setupFields } from '#network/setup/components/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { setCookies } from '../../cookies.server.ts';
import { problemsOf } from '../../forms.server.ts';

export const load = async ({ locals, url, setHeaders }) => {
  // The address holds the token: it goes to no other site. Without any referrer the form would name no origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = url.searchParams.get('token') ?? '';
  return {
    token,
    opens: await opensSetup(services(), token),
    form: freshForm({ ...valuesOf(setupFields, {}), locale: locals.locale }),
  };
};

export const actions = {
  default: async ({ request, locals, cookies }) => {
    const form = await request.formData();
    const values = readForm(setupFields, form);
    const again = (status: number, problems: { control: string; text: string }[]) =>
      fail(status, { form: { ...freshForm({ ...values, password: '' }), problems } });
    if (!(await mayTry('setup', null, request.headers)))
      return again(429, [{ control: '', text: m.network_account_too_often() }]);
    // A password is taken as it was typed, spaces at its ends included.
    const input = { ...inputOf(setupFields, values), password: values['password'] };
    const outcome = await createFirstAccount(services(), String(form.get('token') ?? ''), input as never);
    if (!outcome.ok) return again(422, problemsOf(outcome));
    const opened = await (await services().signIn()).open(outcome.accountId, request.headers);
    setCookies(cookies, opened.cookies);
    redirect(303, localized('/my-work', locals.locale));
  },
};
