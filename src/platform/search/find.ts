import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Term } from '../text/terms.ts';
import type { SearchedKind } from './model.ts';

/** After every letter there is, in the order of the letters' numbers. */
const LAST = '\u{10ffff}';

/** That a record holds all that is looked for, as a `where` on the column with its id; nothing where there is nothing. */
export function holdsTerms(
  kind: SearchedKind,
  terms: readonly Term[],
  id = sql.ref<string>(`${kind}.id`),
): Expression<SqlBool>[] {
  const row = expressionBuilder<Tables, 'search_words'>();
  const of = () => row.selectFrom('search_words').select('search_words.record_id').where('kind', '=', kind);
  return terms.map(({ words, beginning }) => {
    // Each way is a range of its own: SQLite would read every word of the kind for the two in one condition.
    const ways = of()
      .where('search_words.word', 'in', words)
      .$if(beginning !== null, (query) =>
        query.unionAll(
          of()
            .where('search_words.word', '>=', beginning!)
            .where('search_words.word', '<', beginning! + LAST),
        ),
      );
    return sql<SqlBool>`${id} in ${ways}`;
  });
}
