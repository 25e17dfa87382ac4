import type { RequestEvent } from '@sveltejs/kit';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount } from './account.server.ts';
import { editableKind } from './editable.server.ts';
import { editedWorkshop, headOf } from './edited-workshop.server.ts';
import type { EditableNoun } from './fields.ts';
import { openForm, submit } from './forms.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

/** A page with the form of one more record of a workshop, for those who edit that. */
export async function openNewPart(event: Asked, noun: EditableNoun) {
  const workshop = await editedWorkshop(event);
  const account = requireAccount(event);
  const kind = editableKind(noun);
  const values = { ...valuesOf(kind.fields, {}), ...kind.defaults, 'text.original': account.locale };
  return {
    ...headOf(workshop),
    noun,
    title: kind.words.make(),
    list: kind.words.list(),
    options: (await kind.options?.(event.locals, { workshop_id: workshop.id } as never)) ?? {},
    form: await openForm(event, values),
  };
}

/** Takes the record, and goes to the list that it stands in. */
export async function submitNewPart(event: Asked, noun: EditableNoun) {
  const { locals } = event;
  // Whoever's session has ended is led to sign in, with what was typed.
  const workshop = locals.account ? await editedWorkshop(event) : null;
  const kind = editableKind(noun);
  return submit(event, {
    fields: kind.fields,
    work: (input) =>
      kind.create(locals.db, locals.actor, { ...input, workshopId: workshop?.id } as never, locals.clock),
    goTo: () => locals.address.replace(/\/new$/, ''),
  });
}
