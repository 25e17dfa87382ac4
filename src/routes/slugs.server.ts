import { locales } from '#platform/locale/locale.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { freeSlug } from '#platform/records/records.server.ts';
import { slugify } from '#platform/text/slug.ts';

/** A free address for a record that is named so; of a trilingual name the first language that is written. */
export async function freeSlugOf(locals: App.Locals, kind: RecordKind, name: unknown): Promise<string> {
  const texts = (name ?? {}) as Record<string, string | undefined>;
  const text = locales.map((locale) => texts[locale]?.trim()).find(Boolean) ?? '';
  return freeSlug(locals.db.reader, kind, slugify(text));
}
