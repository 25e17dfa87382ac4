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
  return terms.map(({ words, beginning }) => {
    const ways: Expression<SqlBool>[] = [row('search_words.word', 'in', words)];
    if (beginning !== null)
      ways.push(
        row.and([row('search_words.word', '>=', beginning), row('search_words.word', '<', beginning + LAST)]),
      );
    const holding = row
      .selectFrom('search_words')
      .select('search_words.record_id')
      .where('search_words.kind', '=', kind)
      .where(row.or(ways));
    return sql<SqlBool>`${id} in ${holding}`;
  });
}
