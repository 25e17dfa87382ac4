import { listLikely } from '#network/duplicates/queries.server.ts';
import { likenessWords } from '#network/merges/components/words.ts';
import { isMergeable } from '#network/merges/model.ts';
import { locales } from '#platform/locale/locale.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { services } from '#platform/services/services.ts';
import type { Editable } from './editable.server.ts';

/**
 * The records that what a form holds is likely to be already, as its page shows them: only of kinds that everybody may
 * read, and only to whoever may record one.
 */
export async function likelyOf(
  locals: App.Locals,
  { kind, title, words, mayCreate }: Editable,
  input: Record<string, unknown>,
) {
  if (!isMergeable(kind) || !mayCreate?.(locals.actor)) return [];
  const texts = (field: string) => {
    const given = (input[field] ?? {}) as Record<string, string | undefined>;
    return locales.flatMap((locale) => given[locale]?.trim() || []);
  };
  const code = typeof input['code'] === 'string' ? input['code'] : undefined;
  // Not by the page's own reader: names stay indexed with the database.
  const found = await listLikely(services().db.reader, kind, {
    names: texts(title),
    acronyms: texts('acronym'),
    code,
  });
  return found.map(({ record, like }) => ({
    id: record.id,
    name: requiredPassage(record, 'name', locals.locale),
    kind: words.list(),
    address: `/${kind}/${record.slug}`,
    why: likenessWords(like),
  }));
}
