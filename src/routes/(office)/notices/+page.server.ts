import { fail, redirect } from '@sveltejs/kit';
import { changeRhythm } from '#network/notices/changes.server.ts';
import { readByRhythmToken } from '#network/notices/queries.server.ts';
import { rhythmFields } from '#network/profiles/components/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { problemsOf, sentence } from '../../forms.server.ts';

/** Whoever holds the link of a letter says how often they are told, signed in or not. */
export const load = async ({ locals, url, setHeaders }) => {
  // The address holds the token: it goes to no other site. Without any referrer the form would name no origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = url.searchParams.get('token') ?? '';
  const account = await readByRhythmToken(locals.db.reader, services().secrets, token);
  return {
    token,
    saved: url.searchParams.has('saved'),
    form: account ? freshForm(valuesOf(rhythmFields, account)) : null,
  };
};

export const actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const token = String(form.get('token') ?? '');
    const values = readForm(rhythmFields, form);
    const again = (status: number, problems: { control: string; text: string }[]) =>
      fail(status, { form: { ...freshForm(values), problems } });
    if (!(await mayTry('notices', token, request.headers)))
      return again(429, [{ control: '', text: sentence('network_account_too_often') }]);
    const input = { token, ...inputOf(rhythmFields, values) };
    const outcome = await changeRhythm(locals.db, services().secrets, input as never);
    if (!outcome.ok) return again(422, problemsOf(outcome));
    const query = new URLSearchParams({ token, saved: '' });
    redirect(303, `${localized('/notices', locals.locale)}?${query}`);
  },
};
