import { sql, type SqlBool } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';
import { locales } from '../locale/locale.ts';
import { indexWords, referenceWords } from '../text/terms.ts';
import { isSearched, RULES, searched, type SearchedKind } from './model.ts';

/** A row of a record. */
type Row = Record<string, unknown> & { version: number };

/** How many words one statement writes; PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const CHUNK = 2_000;
/** How many records are read and kept in one transaction. */
const PART = 200;

const columnsOf = (kind: SearchedKind) => [
  'reference',
  ...searched[kind].flatMap((field) => locales.map((locale) => `${field}_${locale}`)),
];

/** The words by which a row of a kind is found, in the order of their letters. */
export function wordsOf(kind: SearchedKind, row: Record<string, unknown>): string[] {
  const texts = searched[kind].flatMap((field) =>
    locales.flatMap((language) => {
      const text = row[`${field}_${language}`];
      return typeof text === 'string' && text !== '' ? { text, language } : [];
    }),
  );
  const found = [...referenceWords(String(row['reference'])), ...indexWords(texts)];
  return [...new Set(found)].toSorted();
}

/**
 * Keeps by which words a record is found, in the transaction that writes it.
 * @param before its row as it stood, null where it is new
 * @param after its row as it stands, null where it is gone
 */
export async function keepWords(
  tx: Transaction,
  kind: string,
  id: string,
  { before, after }: { before: Row | null; after: Row | null },
): Promise<void> {
  if (!isSearched(kind)) return;
  // Most changes are of how something stands, and of none of its words: those of the version before hold.
  if (before && after && columnsOf(kind).every((column) => before[column] === after[column])) {
    const held = await tx
      .updateTable('search_texts')
      .set({ version: after.version })
      .where('record_id', '=', id)
      .where('rules', '=', RULES)
      .where('version', '=', before.version)
      .executeTakeFirst();
    if (held.numUpdatedRows > 0n) return;
  }
  await replaceWords(tx, kind, id, after);
}

async function replaceWords(
  tx: Transaction,
  kind: SearchedKind,
  id: string,
  record: Row | null,
): Promise<void> {
  const words = record && wordsOf(kind, record);
  const kept = await tx
    .selectFrom('search_texts')
    .select('words')
    .where('record_id', '=', id)
    .executeTakeFirst();
  const before = new Set(kept?.words.split(' '));
  const after = new Set(words);
  for (const gone of chunksOf([...before.difference(after)]))
    await tx
      .deleteFrom('search_words')
      .where('kind', '=', kind)
      .where('word', 'in', gone)
      .where('record_id', '=', id)
      .execute();
  for (const added of chunksOf([...after.difference(before)]))
    await tx
      .insertInto('search_words')
      .values(added.map((word) => ({ kind, word, record_id: id })))
      // Two nodes may open over the same rows.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if (record === null) {
    await tx.deleteFrom('search_texts').where('record_id', '=', id).execute();
    return;
  }
  const row = { record_id: id, kind, rules: RULES, version: record.version, words: [...after].join(' ') };
  await tx
    .insertInto('search_texts')
    .values(row)
    .onConflict((conflict) => conflict.column('record_id').doUpdateSet(row))
    .execute();
}

function chunksOf(words: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let at = 0; at < words.length; at += CHUNK) chunks.push(words.slice(at, at + CHUNK));
  return chunks;
}

/**
 * Keeps the words of the records that have none of their version by the present rules: those of a database from before,
 * of a backup that was restored, of rows that were written in bulk or by a release before. What somebody else is writing
 * meanwhile is left to them, so that older words never take the place of newer ones.
 * @param begun told how many records wait, where any do
 * @returns how many got their words
 */
export async function fillWords(db: Database, begun: (records: number) => void = () => {}): Promise<number> {
  const kinds = Object.keys(searched) as SearchedKind[];
  let waiting = 0;
  for (const kind of kinds) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(kind)} where ${lacksWords(kind)}`.execute(db.reader);
    waiting += Number(rows[0]?.count);
  }
  if (waiting === 0) return 0;
  begun(waiting);
  // SQLite has one writer.
  const locking = db.engine === 'postgres' ? sql`for no key update skip locked` : sql``;
  let count = 0;
  for (const kind of kinds) {
    // What lies before it has its words.
    let last = '';
    for (;;) {
      const filled = await db.transaction(async (tx) => {
        const { rows } = await sql<Row & { id: string }>`
          select * from ${sql.table(kind)} where id > ${last} and ${lacksWords(kind)}
          order by id limit ${PART} ${locking}`.execute(tx);
        for (const row of rows) await replaceWords(tx, kind, row.id, row);
        return rows;
      });
      count += filled.length;
      last = filled.at(-1)?.id ?? last;
      if (filled.length < PART) break;
    }
  }
  return count;
}

const lacksWords = (kind: SearchedKind) => sql<SqlBool>`not exists (select 1 from search_texts
  where search_texts.record_id = ${sql.ref(`${kind}.id`)} and search_texts.rules = ${RULES}
    and search_texts.version = ${sql.ref(`${kind}.version`)})`;
