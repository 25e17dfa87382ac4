import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { placeWord, SHOWN, wordedPreview } from '#network/list-previews/exports.server.ts';
import type { ListPreview } from '#network/list-previews/model.ts';
import { cellSentence } from '#network/lists/exports.server.ts';
import type { ListColumn } from '#network/lists/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database, Source } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { sentence } from './forms.server.ts';
import { countAsked, importedFile } from './imported-file.server.ts';

/** A noun whose list is taken back from a file. */
export interface ImportedNoun {
  noun: 'organisations' | 'people';
  columns: readonly ListColumn[];
  allowed(actor: Actor): boolean;
  preview(db: Source, actor: Actor, bytes: Uint8Array): Promise<ListPreview>;
  write(db: Database, actor: Actor, bytes: Uint8Array, agreed: Agreed): Promise<ListPreview>;
}

interface Agreed {
  digest: string;
  leaveOut: readonly number[];
}

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** The page before a file is chosen, with what the last one did. */
export function openList(event: Event, { allowed }: Pick<ImportedNoun, 'allowed'>) {
  requireAccount(event);
  requireRight(allowed(event.locals.actor));
  const [created, changed] = [countAsked(event.url, 'created'), countAsked(event.url, 'changed')];
  return { written: created === null || changed === null ? null : { created, changed } };
}

/** What a file would do; nothing is written. */
export async function previewList(event: Event, list: ImportedNoun) {
  const { columns, preview } = list;
  const { db, actor, locale } = event.locals;
  openList(event, list);
  const file = await importedFile(event);
  if (!file) return tooMany();
  const found = await preview(db.reader, actor, file.bytes);
  const shown = {
    preview: wordedPreview(found, columns, locale),
    held: file.held,
    notice: null,
    leftOut: [],
  };
  return found.refused.length > 0 ? fail(422, shown) : shown;
}

/** Writes what was ticked of what was shown, or shows what the file would do now. */
export async function confirmList(event: Event, list: ImportedNoun) {
  const { noun, columns, preview, write } = list;
  const { db, actor, locale } = event.locals;
  openList(event, list);
  const file = await importedFile(event);
  if (!file) return tooMany();
  const { form, bytes, held } = file;
  const digest = String(form.get('digest') ?? '');
  const now = await preview(db.reader, actor, bytes);
  const leftOut = digest === now.digest ? leftOutIn(form, now) : [];
  const shown = { preview: wordedPreview(now, columns, locale), held, leftOut };
  const all = now.create.length + now.change.length;
  if (now.refused.length === 0 && all > 0 && leftOut.length === all)
    return fail(422, { ...shown, notice: sentence('network_list_none_kept') });
  const done = await write(db, actor, bytes, { digest, leaveOut: leftOut });
  if (done.applied) {
    const counts = `created=${done.create.length}&changed=${done.change.length}`;
    redirect(303, `${localized(`/${noun}/import`, locale)}?${counts}`);
  }
  // What stands in the file itself is told at its place; anything else follows from the choice, or came between.
  const between = now.refused.length === 0 ? done.refused[0] : undefined;
  const place = between && placeWord(between, locale);
  const told = between ? cellSentence(between, columns, locale) : null;
  return fail(422, { ...shown, notice: place ? `${place}${m.ui_colon()}${told}` : told });
}

/** The rows that were shown to be chosen from and are not ticked. */
function leftOutIn(form: FormData, { create, change }: ListPreview): number[] {
  const kept = new Set(form.getAll('keep'));
  return [...create.slice(0, SHOWN), ...change.slice(0, SHOWN)].flatMap(({ row }) =>
    kept.has(String(row)) ? [] : [row],
  );
}

function tooMany() {
  return fail(429, { preview: null, held: null, notice: sentence('platform_file_too_many'), leftOut: [] });
}
