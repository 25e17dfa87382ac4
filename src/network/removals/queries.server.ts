import { sql } from 'kysely';
import type { Source } from '#platform/database/database.ts';
import type { Row } from '#platform/journal/model.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { RecordRef } from '../links/model.ts';
import type { References } from '../references/queries.server.ts';

/** What stands around a record that is to go. */
export interface Surroundings {
  /** Records that refer to it, each once: while there is one, the record stays. */
  referrers: RecordRef[];
  /**
   * What says something of the record alone and goes with it: its own links, readings of its translations, levels it is
   * addressed to, levels of its scale.
   */
  parts: RecordRef[];
}

/** Tables whose rows say something of one record alone. */
const going: readonly string[] = ['translation_reviews', 'addressed_levels', 'indicator_levels'];

/**
 * Looks through every column that may hold the record's id.
 * @param own kinds of records that are part of it and of nothing else: they go with it, with what is theirs alone
 */
export async function surroundingsOf(
  db: Source,
  references: References,
  { kind, id }: RecordRef,
  own: readonly RecordKind[] = [],
): Promise<Surroundings> {
  const referrers = new Map<string, RecordRef>();
  const parts = new Map<string, RecordRef>();
  for (const { table, column } of references.columnsTo(kind)) {
    const { rows } = await sql<Row & { id: string }>`
      select * from ${sql.table(table)} where ${sql.ref(column)} = ${id} order by id`.execute(db);
    for (const row of rows) {
      const found = { kind: table, id: row.id };
      if (own.includes(table)) {
        const around = await surroundingsOf(db, references, found);
        for (const part of [...around.parts, found]) parts.set(part.id, part);
        for (const referrer of around.referrers) referrers.set(referrer.id, referrer);
      } else if (column === 'from_id' || going.includes(table)) parts.set(row.id, found);
      else {
        const referrer =
          table === 'links' ? { kind: row['from_kind'] as RecordKind, id: String(row['from_id']) } : found;
        referrers.set(referrer.id, referrer);
      }
    }
  }
  referrers.delete(id);
  return { referrers: [...referrers.values()], parts: [...parts.values()] };
}
