import { fail, redirect } from '@sveltejs/kit';
import { passwordFields } from '#network/profiles/components/fields.ts';
import { newPassword } from '#network/profiles/schema.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { refused } from '#platform/records/outcome.ts';
import { isFresh, signInStore } from '#platform/services/sign-in.server.ts';
import * as v from 'valibot';
import { requireAccount } from '../../../account.server.ts';
import { submit } from '../../../forms.server.ts';
import { asksPassword, unproven } from '../../../proof.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  const account = requireAccount(event);
  const store = signInStore(account.id);
  const asked = await asksPassword(locals);
  return {
    asked,
    fresh: locals.session !== null && isFresh(locals.session),
    demonstration: account.demonstration === 1,
    hasPassword: await store.hasPassword(),
    password: freshForm(valuesOf(passwordFields(asked), {})),
    passkeys: await store.passkeys(),
    devices: await store.devices(),
    deviceId: locals.session?.sessionId,
    done: url.searchParams.get('done'),
  };
};

const here = (locals: App.Locals, done: string, part: string) =>
  `${localized('/profile/sign-in', locals.locale)}?done=${done}#${part}`;

/** One action of a list: what it is done to comes with the button. */
const act =
  (
    done: string,
    part: string,
    work: (store: ReturnType<typeof signInStore>, form: FormData, locals: App.Locals) => Promise<void>,
  ) =>
  async (event: import('@sveltejs/kit').RequestEvent) => {
    const account = requireAccount(event);
    await work(signInStore(account.id), await event.request.formData(), event.locals);
    redirect(303, here(event.locals, done, part));
  };

export const actions = {
  password: async (event) => {
    const { locals } = event;
    const asked = await asksPassword(locals);
    const answer = await submit(event, {
      fields: passwordFields(asked),
      drafts: false,
      async work(input) {
        const { account, session } = locals;
        if (!account || !session) return refused('platform_refused_not_allowed');
        if (account.demonstration === 1) return refused('network_profile_password_demonstration');
        const given = v.safeParse(newPassword, input, { abortPipeEarly: true });
        if (!given.success) return refused(given.issues[0].message, 'next');
        const refusal = await unproven(event, String(input['current'] ?? ''));
        if (refusal) return refusal;
        await signInStore(account.id).setPassword(given.output.next, session.sessionId);
        return { ok: true as const };
      },
      goTo: () => '/profile/sign-in?done=password',
    });
    return fail(answer.status, { password: answer.data.form });
  },
  name: act('named', 'passkeys', async (store, form) =>
    store.namePasskey(String(form.get('id')), String(form.get('name') ?? '')),
  ),
  remove: act('removed', 'passkeys', async (store, form) => store.removePasskey(String(form.get('id')))),
  end: act('ended', 'devices', async (store, form) => store.endDevice(String(form.get('id')))),
  endOthers: act('ended', 'devices', async (store, _form, { session }) =>
    store.endOthers(session?.sessionId ?? ''),
  ),
};
