import { sql, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { readableBy as commitmentsReadableBy } from '../commitments/queries.server.ts';
import { readableBy as recommendationsReadableBy } from '../queries.server.ts';

/** How many are suggested. */
const MOST = 8;

/** Records that a text may mean, by their reference or a part of their title in any language, as far as an actor may read them. */
export function suggestReferences(
  db: Source,
  actor: Actor,
  kind: 'recommendations' | 'commitments',
  text: string,
): Promise<({ reference: string } & Trilingual<'title'>)[]> {
  const scope: Expression<SqlBool> =
    kind === 'commitments' ? commitmentsReadableBy(actor) : recommendationsReadableBy(actor);
  const part = `%${text.toLowerCase().replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  const holds = (column: string) =>
    sql<SqlBool>`lower(${sql.ref(`${kind}.${column}`)}) like ${part} escape '\\'`;
  const columns = ['reference', 'title_fr', 'title_ar', 'title_en', 'title_original'] as const;
  // Kysely types a query by one table's name; both have these columns.
  return db
    .selectFrom(kind as 'commitments')
    .select(columns)
    .where(scope)
    .where(({ or }) => or(['reference', 'title_fr', 'title_ar', 'title_en'].map(holds)))
    .orderBy('reference')
    .limit(MOST)
    .execute();
}
