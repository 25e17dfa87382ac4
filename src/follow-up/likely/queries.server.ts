import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { readableBy } from '../queries.server.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { stemsOf } from '../senses/model.ts';
import { tellingSenses, titleLikeness, type Likeness, type Titles } from './model.ts';

/** Titles that are compared: those of what holds the senses that tell most. */
const MOST_COMPARED = 120;
/** Recommendations shown at most. */
const MOST_LIKELY = 5;

/**
 * The recommendations an actor may read that one to be is likely to be already, by what its title says in whichever
 * language; the likest first.
 */
export async function listLikelyRecommendations(
  db: Source,
  actor: Actor,
  titles: Titles,
): Promise<{ record: RecommendationRow; like: Likeness }[]> {
  const senses = tellingSenses(titles);
  if (senses.length === 0) return [];
  // A sense that a record has by several words is one. A cross join is what SQLite takes in the order it is written in.
  const wanted = senses.flatMap((sense) =>
    stemsOf(sense).map((stem) => sql`(${stem}, ${sense.key}, ${sql.lit(sense.weight)})`),
  );
  const { rows: found } = await sql<{ id: string }>`
    with wanted (word, sense, weight) as (values ${sql.join(wanted)}),
      held as (
        select distinct search_words.record_id, wanted.sense, wanted.weight from wanted cross join search_words
        where search_words.kind = 'recommendations' and search_words.word = wanted.word
      ),
      weighed as (select record_id, sum(weight) as weight from held group by record_id)
    select recommendations.id from weighed join recommendations on recommendations.id = weighed.record_id
    where ${readableBy(actor)}
    order by weighed.weight desc, recommendations.position, recommendations.id limit ${MOST_COMPARED}`.execute(
    db,
  );
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const rows = await db.selectFrom('recommendations').selectAll().where('id', 'in', ids).execute();
  return rows
    .flatMap((record) => {
      const known = { fr: record.title_fr, ar: record.title_ar, en: record.title_en };
      const like = titleLikeness(titles, known);
      return like ? [{ record, like }] : [];
    })
    .toSorted((a, b) => b.like.share - a.like.share || a.record.position - b.record.position)
    .slice(0, MOST_LIKELY);
}
