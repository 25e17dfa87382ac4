import type { RequestEvent } from '@sveltejs/kit';
import { recordFigures } from '#events/figures/changes.server.ts';
import { figureFields } from '#events/figures/components/fields.ts';
import { mayRecordWorkshop } from '#events/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, recordAt } from '../../../../editable.server.ts';
import { keepForLater, openForm, submit } from '../../../../forms.server.ts';

/** The workshop at an address, with the kinds of its participants. */
async function countedAt({ locals, params }: Pick<RequestEvent, 'locals'> & { params: { slug: string } }) {
  const kind = editableKind('workshops');
  return { kind, row: await recordAt(locals, kind, params.slug) };
}

export const load = async (event) => {
  const { locals } = event;
  requireAccount(event);
  const { kind, row } = await countedAt(event);
  requireRight(await mayRecordWorkshop(locals.db.reader, locals.actor, row.id));
  return {
    crumbs: crumbsOf(kind, row, locals.locale),
    form: await openForm(event, valuesOf(figureFields, row), row.version),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, figureFields);
    const { row } = await countedAt(event);
    return submit(event, {
      fields: figureFields,
      edited: { id: row.id, row },
      work: (input, version) =>
        recordFigures(locals.db, locals.actor, {
          ...input,
          id: row.id,
          version: version ?? row.version,
        } as never),
      goTo: () => `/workshops/${row.slug}`,
    });
  },
};
