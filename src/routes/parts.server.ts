import { heldOn } from '#platform/actor/actor.ts';
import { valuesOf, type Values } from '#platform/forms/values.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { requireAccount } from './account.server.ts';
import { editableKind, nameOf } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';
import { openForm, submit } from './forms.server.ts';

/** The records that are part of another: which, whose, and those that whoever asks may change. */
interface Parts {
  noun: EditableNoun;
  /** What a new one begins with: the column of the record that it is part of. */
  parent: Record<string, string>;
  rows: readonly { id: string; kind: string }[];
  mayEdit(id: string): boolean;
  /** What the next one begins with beside that. */
  given?: Values;
}

/** A page that lists the parts of a record and takes the next one. */
export async function openParts(event: RequestEvent, { noun, parent, rows, mayEdit, given }: Parts) {
  const { locals } = event;
  const account = requireAccount(event);
  const kind = editableKind(noun);
  const values = { ...valuesOf(kind.fields, {}), ...kind.defaults, ...given };
  for (const field of kind.fields)
    if (field.kind === 'trilingual') values[`${field.name}.original`] = account.locale;
  const options = (await kind.options?.(locals, parent as never)) ?? {};
  // Who reports one session writes of that one.
  const [only, ...others] = options['itemId'] ?? [];
  const isReporter = heldOn(locals.actor, 'session', ['rapporteur']).includes(only?.value ?? '');
  if (only && isReporter && others.length === 0) Object.assign(values, { itemId: only.value });
  return {
    noun,
    options,
    form: await openForm(event, values),
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: nameOf(kind, row, locals.locale) ?? '',
      edit: mayEdit(row.id) ? `/${noun}/${row.id}/edit` : null,
    })),
  };
}

/** Takes one more part, and comes back to the list. */
export function submitPart(event: RequestEvent, noun: EditableNoun, parent: Record<string, string>) {
  const { locals } = event;
  const kind = editableKind(noun);
  return submit(event, {
    fields: kind.fields,
    work: (input) => kind.create(locals.db, locals.actor, { ...input, ...parent } as never, locals.clock),
    goTo: () => locals.address,
  });
}
