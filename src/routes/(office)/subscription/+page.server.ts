import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import {
  changeSubscription,
  confirmSubscription,
  unsubscribe,
} from '#publication/subscriptions/changes.server.ts';
import { wishFields } from '#publication/subscriptions/components/fields.ts';
import { subjectOf } from '#publication/subscriptions/model.ts';
import { readByToken } from '#publication/subscriptions/queries.server.ts';
import { problemsOf, sentence } from '../../forms.server.ts';
import { subjectOptions } from '../../subjects.server.ts';

/** Whoever holds the link of a letter confirms, changes or ends its subscription. */
export const load = async ({ locals, url, setHeaders }) => {
  // The address holds the token: it goes to no other site. Without any referrer the form would name no origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = url.searchParams.get('token') ?? '';
  const row = await readByToken(locals.db.reader, services().secrets, token);
  return {
    token,
    step: url.searchParams.get('done'),
    subscription: row
      ? {
          confirmed: row.confirmed_at !== null,
          form: freshForm({ locale: row.locale, subject: subjectOf(row) }),
        }
      : null,
    options: { subject: row ? await subjectOptions(locals) : [] },
  };
};

/** By buttons, not by the link itself: programs that look at the links of a mail must not decide anything. */
async function asked({ request, locals }: { request: Request; locals: App.Locals }) {
  const form = await request.formData();
  const token = String(form.get('token') ?? '');
  const tried = await mayTry('subscription', token, request.headers);
  const back = (done: string) =>
    `${localized('/subscription', locals.locale)}?${new URLSearchParams({ token, done })}`;
  return { form, token, tried, back, secrets: services().secrets };
}

const tooOften = () => fail(429, { problem: m.network_account_too_often() });

export const actions = {
  confirm: async (event) => {
    const { token, tried, back, secrets } = await asked(event);
    if (!tried) return tooOften();
    const outcome = await confirmSubscription(event.locals.db, secrets, { token }, event.locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, back('confirmed'));
  },
  change: async (event) => {
    const { form, token, tried, back, secrets } = await asked(event);
    if (!tried) return tooOften();
    const values = readForm(wishFields, form);
    const input = { token, ...inputOf(wishFields, values) };
    const outcome = await changeSubscription(event.locals.db, secrets, input as never);
    if (!outcome.ok) return fail(422, { form: { ...freshForm(values), problems: problemsOf(outcome) } });
    redirect(303, back('changed'));
  },
  end: async (event) => {
    const { token, tried, secrets } = await asked(event);
    if (!tried) return tooOften();
    const outcome = await unsubscribe(event.locals.db, secrets, { token });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, `${localized('/subscribe', event.locals.locale)}?ended`);
  },
};
