import { error } from '@sveltejs/kit';
import { saveView } from '#follow-up/saved-views/changes.server.ts';
import { savedViewFields } from '#follow-up/saved-views/components/fields.ts';
import { savedAddress } from '#follow-up/saved-views/components/words.ts';
import { readView, registers, viewQuery, type Register } from '#follow-up/register/model.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount } from '../../../account.server.ts';
import { submit } from '../../../forms.server.ts';
import { savedViewsInWords } from '../../../saved-views.server.ts';

/** The view that an address asks to keep; one that a register can't mean is not there. */
function viewAsked(url: URL): { register: Register; query: string } {
  const register = registers.find((one) => one === url.searchParams.get('register'));
  if (!register) error(404, 'not-found');
  const { view, problems } = readView(register, new URLSearchParams(url.searchParams.get('view') ?? ''));
  if (problems.length > 0) error(404, 'not-found');
  return { register, query: viewQuery(view) };
}

export const load = async (event) => {
  requireAccount(event);
  const asked = viewAsked(event.url);
  const [view] = await savedViewsInWords(event.locals, [asked]);
  return { view: view!, form: freshForm(valuesOf(savedViewFields, {})) };
};

export const actions = {
  default: async (event) => {
    const { locals, url } = event;
    requireAccount(event);
    const asked = viewAsked(url);
    return submit(event, {
      fields: savedViewFields,
      drafts: false,
      work: (input) => saveView(locals.db, locals.actor, { ...input, ...asked } as never, locals.clock),
      goTo: () => savedAddress(asked),
    });
  },
};
