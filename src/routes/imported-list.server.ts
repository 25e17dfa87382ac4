import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { wordedPreview } from '#network/list-previews/exports.server.ts';
import type { ListPreview } from '#network/list-previews/model.ts';
import type { ListColumn } from '#network/lists/model.ts';
import { mayEditNetwork } from '#network/policy.ts';
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
  preview(db: Source, bytes: Uint8Array): Promise<ListPreview>;
  write(db: Database, actor: Actor, bytes: Uint8Array, agreed: { digest: string }): Promise<ListPreview>;
}

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** The page before a file is chosen, with what the last one did. */
export function openList(event: Event) {
  requireAccount(event);
  requireRight(mayEditNetwork(event.locals.actor));
  const [created, changed] = [countAsked(event.url, 'created'), countAsked(event.url, 'changed')];
  return { written: created === null || changed === null ? null : { created, changed } };
}

/** What a file would do; nothing is written. */
export async function previewList(event: Event, { columns, preview }: ImportedNoun) {
  const { db, locale } = event.locals;
  openList(event);
  const file = await importedFile(event);
  if (!file) return tooMany();
  const found = await preview(db.reader, file.bytes);
  const shown = { preview: wordedPreview(found, columns, locale), held: file.held, notice: null };
  return found.refused.length > 0 ? fail(422, shown) : shown;
}

/** Writes what was confirmed, or shows what the file would do now. */
export async function confirmList(event: Event, { noun, columns, preview, write }: ImportedNoun) {
  const { db, actor, locale } = event.locals;
  openList(event);
  const file = await importedFile(event);
  if (!file) return tooMany();
  const { form, bytes, held } = file;
  const done = await write(db, actor, bytes, { digest: String(form.get('digest') ?? '') });
  if (done.applied) {
    const counts = `created=${done.create.length}&changed=${done.change.length}`;
    redirect(303, `${localized(`/${noun}/import`, locale)}?${counts}`);
  }
  const now = await preview(db.reader, bytes);
  // What stands in the file itself is told at its place; anything else is what came between.
  const between = now.refused.length === 0 ? done.refused[0] : undefined;
  const notice = between ? sentence(between.reason, between.values) : null;
  return fail(422, { preview: wordedPreview(now, columns, locale), held, notice });
}

function tooMany() {
  return fail(429, { preview: null, held: null, notice: sentence('platform_file_too_many') });
}
