import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, placesOf, recordAt } from '../../../../editable.server.ts';
import { keepForLater, openForm, submit } from '../../../../forms.server.ts';

/** The record that the address names, for those who may change it. */
async function editedAt(locals: App.Locals, noun: string, slug: string) {
  const kind = editableKind(noun);
  return { kind, row: await recordAt(locals, kind, slug) };
}

export const load = async (event) => {
  const { locals, params } = event;
  requireAccount(event);
  const { kind, row } = await editedAt(locals, params.noun, params.slug);
  requireRight(await kind.mayEdit(locals, row.id));
  return {
    noun: kind.noun,
    slug: row.slug,
    title: kind.words.edit(),
    crumbs: crumbsOf(kind, row, locals.locale),
    links: kind.links !== undefined,
    removes: (await kind.removal?.may(locals, row.id)) ?? false,
    options: (await kind.options?.(locals, row)) ?? {},
    form: await openForm(event, valuesOf(kind.fields, row), row.version),
  };
};

export const actions = {
  default: async (event) => {
    const { locals, params } = event;
    if (!locals.account) return keepForLater(event, editableKind(params.noun).fields);
    const { kind, row } = await editedAt(locals, params.noun, params.slug);
    return submit(event, {
      fields: kind.fields,
      edited: { id: row.id, row },
      work: (input, version) =>
        kind.update(
          locals.db,
          locals.actor,
          {
            ...input,
            slug: input['slug'] ?? row.slug,
            id: row.id,
            version: version ?? row.version,
          } as never,
          locals.clock,
        ),
      goTo: async ({ id }) => placesOf(kind, (await kind.read(locals, id))!).page,
    });
  },
};
