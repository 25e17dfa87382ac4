import { mergesInto } from '#network/merges/queries.server.ts';
import { mayEditNetwork } from '#network/policy.ts';
import { inputOf, valuesOf } from '#platform/forms/values.ts';
import { formStore } from '#platform/services/forms.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, nameOf, recordAt } from '../../../../editable.server.ts';
import { sentence } from '../../../../forms.server.ts';
import { mergesShown, undoAsked } from '../../../../merges.server.ts';
import { knownValues, readPast, standingIn } from '../../../../history.server.ts';

async function changedAt(locals: App.Locals, noun: string, slug: string) {
  const kind = editableKind(noun);
  const row = await recordAt(locals, kind, slug);
  requireRight(await kind.mayEdit(locals, row.id));
  return { kind, row };
}

export const load = async (event) => {
  const { locals, params, url } = event;
  requireAccount(event);
  const { kind, row } = await changedAt(locals, params.noun, params.slug);
  const merges = await mergesInto(locals.db.reader, row.id);
  // The history of a record that became part of this one stays readable.
  const merged = merges.find(({ gone }) => gone.id === url.searchParams.get('merged'))?.gone;
  const joined = merges.find(({ id }) => id === url.searchParams.get('joined'));
  const before = Number(url.searchParams.get('before'));
  const { versions, older } = await readPast(locals, kind, row, {
    id: merged?.id ?? row.id,
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  });
  return {
    noun: kind.noun,
    crumbs: crumbsOf(kind, row, locals.locale),
    versions,
    older,
    standing: row.version,
    restored: url.searchParams.get('done') === 'restored',
    mergedId: merged?.id ?? null,
    merged: merged ? nameOf(kind, merged, locals.locale) : null,
    joined:
      joined && mayEditNetwork(locals.actor)
        ? { id: joined.id, count: joined.joining.references.length }
        : null,
    merges: mayEditNetwork(locals.actor) ? await mergesShown(locals, merges, row.id) : [],
  };
};

export const actions = {
  /** Puts an older version back, as a change like any other: the versions between stay in the history. */
  restore: async (event) => {
    const { locals, params, request } = event;
    requireAccount(event);
    const { kind, row } = await changedAt(locals, params.noun, params.slug);
    const asked = await request.formData();
    const former = await formStore().rowAt(row.id, Number(asked.get('version')));
    if (!former) return fail(422, { problem: sentence('platform_refused_missing') });
    const input = inputOf(kind.fields, { ...valuesOf(kind.fields, row), ...knownValues(kind, former) });
    const changed = { ...input, slug: input['slug'] ?? row.slug, id: row.id, version: standingIn(asked) };
    const outcome = await kind.update(locals.db, locals.actor, changed as never, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    const page = localized(`/${kind.noun}/${String(input['slug'] ?? row.slug)}/history`, locals.locale);
    redirect(303, `${page}?done=restored`);
  },
  undo: undoAsked,
};
