import { fail, redirect } from '@sveltejs/kit';
import { mailFields } from '#network/mail-settings/components/fields.ts';
import { sendTestMail } from '#network/test-mails/changes.server.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { mailStore, wordsOf } from '#platform/services/mail.server.ts';
import { requireAdministrator, whyLocked } from '../../../administrator.server.ts';
import { sentence, submit } from '../../../forms.server.ts';

export const load = async (event) => {
  requireAdministrator(event);
  const store = mailStore();
  const settings = await store.settings();
  const outage = await store.outage();
  const known = outage && wordsOf(outage.problem);
  return {
    locked: (await whyLocked(event.locals)) !== null,
    exists: settings !== null,
    needsPassword: settings !== null && !(await store.knowsPassword()),
    outage: outage && known && { text: sentence(known.key), code: known.code, since: outage.since },
    form: freshForm(valuesOf(mailFields, settings ?? { port: 465, security: 'tls' })),
    done: event.url.searchParams.get('done'),
  };
};

export const actions = {
  save: async (event) => {
    const answer = await submit(event, {
      fields: mailFields,
      drafts: false,
      work: async (input) => (await whyLocked(event.locals)) ?? mailStore().change(event.locals.actor, input),
      goTo: () => '/administration/mail?done=saved',
    });
    return fail(answer.status, answer.data);
  },
  /** Tries the kept settings step by step, then queues a message to whoever asks. */
  test: async (event) => {
    const account = requireAdministrator(event);
    const locked = await whyLocked(event.locals);
    if (locked) return fail(403, { test: { step: null, text: sentence(locked.reason), code: '' } });
    const test = await mailStore().test();
    if (test === null)
      return fail(422, { test: { step: null, text: sentence('network_mail_none'), code: '' } });
    if (!test.ok)
      return fail(422, {
        test: {
          step: sentence(`network_mail_step_${test.step.replace('-', '_')}`),
          text: sentence(test.reason),
          code: test.code,
        },
      });
    await sendTestMail(event.locals.db, account, event.locals.clock);
    redirect(303, `${localized('/administration/mail', event.locals.locale)}?done=tested`);
  },
  remove: async (event) => {
    requireAdministrator(event);
    await mailStore().remove(event.locals.actor);
    redirect(303, `${localized('/administration/mail', event.locals.locale)}?done=removed`);
  },
};
