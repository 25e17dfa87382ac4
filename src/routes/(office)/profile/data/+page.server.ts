import { fail, redirect } from '@sveltejs/kit';
import { listLeftAlone } from '#follow-up/vacancies/queries.server.ts';
import { eraseAccount } from '#network/erasures/changes.server.ts';
import { personOf } from '#network/personal-data/queries.server.ts';
import { erasureFields } from '#network/profiles/components/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { refused } from '#platform/records/outcome.ts';
import { personalDataStore } from '#platform/services/personal-data.server.ts';
import { services } from '#platform/services/services.ts';
import { isFresh } from '#platform/services/sign-in.server.ts';
import { requireAccount } from '../../../account.server.ts';
import { setCookies } from '../../../cookies.server.ts';
import { sentence, submit } from '../../../forms.server.ts';
import { asksPassword, unproven } from '../../../proof.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const account = requireAccount(event);
  const asked = await asksPassword(locals);
  const remains = await personalDataStore(personOf(account)).remains();
  return {
    asked,
    leftAlone: await listLeftAlone(locals.db.reader, account.id),
    proven: asked || (locals.session !== null && isFresh(locals.session)),
    form: freshForm(valuesOf(erasureFields(asked), {})),
    remains: remains.map(({ reason, count, address }) => ({
      text: sentence(reason, { count }),
      href: address === undefined ? undefined : localized(address, locals.locale),
    })),
  };
};

export const actions = {
  default: async (event) => {
    const { locals, request, cookies, setHeaders } = event;
    const answer = await submit(event, {
      fields: erasureFields(await asksPassword(locals)),
      drafts: false,
      async work(input) {
        if (input['sure'] !== true) return refused('network_erasure_not_sure', 'sure');
        const refusal = await unproven(event, String(input['current'] ?? ''));
        if (refusal) return refusal;
        const { personalData, clock, signIn } = services();
        const outcome = await eraseAccount(locals.db, locals.actor, locals.actor.id, personalData, clock);
        if (!outcome.ok) return outcome;
        setCookies(cookies, await (await signIn()).end(request.headers));
        setHeaders({ 'clear-site-data': '"storage"' });
        redirect(303, `${localized('/sign-in', locals.locale)}?erased`);
      },
      goTo: () => '/sign-in?erased',
    });
    return fail(answer.status, answer.data);
  },
};
