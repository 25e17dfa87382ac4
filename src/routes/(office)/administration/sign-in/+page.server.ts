import { fail, redirect } from '@sveltejs/kit';
import { providerFields } from '#network/sign-in-providers/components/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { providerStore } from '#platform/services/providers.server.ts';
import { requireAdministrator, whyLocked } from '../../../administrator.server.ts';
import { submit } from '../../../forms.server.ts';

export const load = async (event) => {
  requireAdministrator(event);
  const store = providerStore();
  const providers = await store.list();
  const usable = new Set((await store.usable()).map(({ id }) => id));
  const edited = providers.find(({ id }) => id === event.url.searchParams.get('provider'));
  return {
    providers: providers.map(({ id, name, discoveryUrl }) => ({
      id,
      name,
      host: new URL(discoveryUrl).host,
      usable: usable.has(id),
    })),
    locked: (await whyLocked(event.locals)) !== null,
    edited: edited?.name ?? null,
    callback: `${event.locals.publicUrl}/api/sign-in/callback/`,
    form: freshForm(valuesOf(providerFields, edited ?? {})),
    done: event.url.searchParams.has('done'),
  };
};

export const actions = {
  save: async (event) => {
    const answer = await submit(event, {
      fields: providerFields,
      drafts: false,
      work: async (input) =>
        (await whyLocked(event.locals)) ?? providerStore().change(event.locals.actor, input),
      goTo: () => '/administration/sign-in?done',
    });
    return fail(answer.status, answer.data);
  },
  remove: async (event) => {
    requireAdministrator(event);
    const id = String((await event.request.formData()).get('id') ?? '');
    await providerStore().remove(event.locals.actor, id);
    redirect(303, `${localized('/administration/sign-in', event.locals.locale)}?done`);
  },
};
