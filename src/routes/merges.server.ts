import { fail } from '@sveltejs/kit';
import { m } from '#messages';
import { recordsWord } from '#network/merges/components/words.ts';
import { undoMerge } from '#network/merges/changes.server.ts';
import type { Merge, Remaining } from '#network/merges/model.ts';
import { undoable } from '#network/merges/queries.server.ts';
import { columnOf } from '#platform/forms/fields.ts';
import { localized } from '#platform/locale/address.ts';
import { passage } from '#platform/locale/text.ts';
import { requireAccount } from './account.server.ts';
import { editableKind } from './editable.server.ts';
import { fieldsOf } from './fields.ts';
import { sentence } from './forms.server.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** Merges as a page lists them. @param own the record whose page it is; left out where they are of several. */
export async function mergesShown(locals: App.Locals, merges: readonly Merge[], own?: string) {
  const free = await undoable(locals.db.reader, merges);
  const names = new Map(merges.map(({ gone }) => [gone.id, nameOf(gone, locals)]));
  return Promise.all(
    merges.map(async ({ id, at, kind, keptId, gone }) => {
      const row = keptId === own ? undefined : await editableKind(kind).read(locals, keptId);
      const kept = row && { name: nameOf(row, locals), address: `/${kind}/${row.slug}` };
      // What it became part of may itself have become part of another.
      const lost = keptId !== own && !row ? names.get(keptId) : undefined;
      return {
        id,
        at,
        goneId: gone.id,
        name: nameOf(gone, locals),
        kept: kept ?? (lost ? { name: lost, address: `/${kind}/${gone.slug}` } : null),
        history: `/${kind}/${gone.slug}/history?merged=${gone.id}`,
        canUndo: free.has(id),
      };
    }),
  );
}

/** Undoes the merge that a form names, and says what that did. */
export async function undoAsked(event: RequestEvent) {
  const { locals, request } = event;
  requireAccount(event);
  const id = String((await request.formData()).get('merge') ?? '');
  const outcome = await undoMerge(locals.db, locals.actor, { id });
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  const { kind, slug, remaining } = outcome;
  return {
    undone: {
      href: localized(`/${kind}/${slug}`, locals.locale),
      remaining: wordsOf(kind, remaining),
    },
  };
}

function wordsOf(kind: keyof typeof fieldsOf, { references, columns, addresses }: Remaining): string[] {
  const labels = columns.map((column) => {
    const field = fieldsOf[kind].find((each) => column.startsWith(columnOf(each)));
    return field?.label() ?? column;
  });
  const byKind = Map.groupBy(references, ({ table }) => recordsWord(table));
  return [
    ...[...new Set(labels)].map((field) => m.network_merge_remaining_field({ field })),
    ...addresses.map((slug) => m.network_merge_remaining_address({ address: `/${kind}/${slug}` })),
    ...[...byKind].map(([word, those]) =>
      m.network_merge_remaining_references({ kind: word, count: those.length }),
    ),
  ];
}

function nameOf(row: object, { locale }: App.Locals) {
  return passage(row as never, 'name' as never, locale) ?? '';
}
