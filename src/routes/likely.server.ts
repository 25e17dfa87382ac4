import { listLikely } from '#network/duplicates/queries.server.ts';
import { likenessWords } from '#network/merges/components/words.ts';
import { isMergeable } from '#network/merges/model.ts';
import { listLikelyRecommendations } from '#follow-up/likely/queries.server.ts';
import { m } from '#messages';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { services } from '#platform/services/services.ts';
import { isolated } from '#platform/text/isolate.ts';
import type { Editable } from './editable.server.ts';

/** The recommendations of the register that a title is likely to say already, as a page shows them. */
export async function likelyRecommendations(
  locals: App.Locals,
  title: Partial<Record<Locale, string | undefined>>,
) {
  const found = await listLikelyRecommendations(
    locals.db.reader,
    locals.actor,
    title as Partial<Record<Locale, string>>,
  );
  return found.map(({ record, like: { texts } }) => ({
    id: record.id,
    name: requiredPassage(record, 'title', locals.locale),
    kind: `${m.publication_nav_recommendations()} · ${record.reference}`,
    address: `/recommendations/${record.slug}`,
    why: m.follow_up_likely_why({ first: isolated(texts[0]), second: isolated(texts[1]) }),
  }));
}

/**
 * The records that what a form holds is likely to be already, as its page shows them: only of
 * those that whoever asks may read, and only to whoever may record one.
 */
export async function likelyOf(
  locals: App.Locals,
  { kind, title, words, mayCreate }: Editable,
  input: Record<string, unknown>,
) {
  if (!mayCreate?.(locals.actor)) return [];
  if (kind === 'recommendations') return likelyRecommendations(locals, input['title'] ?? {});
  if (!isMergeable(kind)) return [];
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
