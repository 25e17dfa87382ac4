import { passage } from '#platform/locale/text.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { addressed } from '../../../../addressed.server.ts';
import { editableKind, type EditableRow } from '../../../../editable.server.ts';
import { openForm, submit } from '../../../../forms.server.ts';

/** The record that the address names, for those who may change it. */
async function editedAt(locals: App.Locals, noun: string, slug: string) {
  const kind = editableKind(noun);
  const row: EditableRow = await addressed(locals, kind.kind, slug, (id) => kind.read(locals, id));
  return { kind, row };
}

export const load = async (event) => {
  const { locals, params } = event;
  requireAccount(event);
  const { kind, row } = await editedAt(locals, params.noun, params.slug);
  requireRight(await kind.mayEdit(locals, row.id));
  return {
    noun: kind.kind,
    slug: row.slug,
    title: kind.words.edit(),
    list: kind.words.list(),
    name: passage(row as never, kind.title as never, locals.locale),
    options: (await kind.options?.(locals)) ?? {},
    form: await openForm(event, valuesOf(kind.fields, row), row.version),
  };
};

export const actions = {
  default: async (event) => {
    const { locals, params } = event;
    const { kind, row } = await editedAt(locals, params.noun, params.slug);
    return submit(event, {
      fields: kind.fields,
      edited: { id: row.id, row },
      work: async (input, version) => {
        const slug = input['slug'] ?? row.slug;
        const outcome = await kind.update(locals.db, locals.actor, {
          ...input,
          slug,
          id: row.id,
          version: version ?? row.version,
        } as never);
        return outcome.ok ? { ...outcome, slug: String(slug) } : outcome;
      },
      goTo: ({ slug }) => `/${kind.kind}/${slug}`,
    });
  },
};
