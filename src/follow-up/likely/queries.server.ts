import { expressionBuilder, type Expression } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { locales } from '#platform/locale/locale.ts';
import { readableBy } from '../queries.server.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { beginnings, titleLikeness, type Likeness, type Titles } from './model.ts';

/** Titles that are compared: those that share most beginnings of words. */
const MOST_COMPARED = 60;
/** Recommendations shown at most. */
const MOST_LIKELY = 5;

/**
 * The recommendations an actor may read that one to be is likely to be already, by its title in any language that both
 * are written in; the likest first.
 */
export async function listLikelyRecommendations(
  db: Source,
  actor: Actor,
  titles: Titles,
): Promise<{ record: RecommendationRow; like: Likeness }[]> {
  const shared = sharedWith(titles);
  if (!shared) return [];
  const rows = await db
    .selectFrom('recommendations')
    .selectAll()
    .where(readableBy(actor))
    .where(shared, '>', 0)
    .orderBy(shared, 'desc')
    .orderBy('position')
    .orderBy('id')
    .limit(MOST_COMPARED)
    .execute();
  return rows
    .flatMap((record) => {
      const known = { fr: record.title_fr, ar: record.title_ar, en: record.title_en };
      const like = titleLikeness(titles, known);
      return like ? [{ record, like }] : [];
    })
    .toSorted((a, b) => b.like.share - a.like.share)
    .slice(0, MOST_LIKELY);
}

/** How many beginnings of words a row's title shares, in SQL; null where there is none to share. */
function sharedWith(titles: Titles): Expression<number> | null {
  const recommendation = expressionBuilder<Tables, 'recommendations'>();
  const counts = locales.flatMap((locale) =>
    beginnings(titles[locale] ?? '').map((beginning) => {
      const title = recommendation.fn<string>('lower', [`recommendations.title_${locale}`]);
      const isThere = recommendation(title, 'like', `%${beginning}%`);
      return recommendation.case().when(isThere).then(1).else(0).end();
    }),
  );
  const [first, ...others] = counts;
  return first ? others.reduce<Expression<number>>((sum, one) => recommendation(sum, '+', one), first) : null;
}
