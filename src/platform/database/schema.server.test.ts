import { describe, expect, it } from 'vitest';
import type { Engine } from './database.ts';
import { describeTables } from './describe.ts';
import { openTestDatabase, postgresAtHand } from './testing.ts';

async function tablesOn(engine: Engine) {
  const db = await openTestDatabase({ engine });
  try {
    return await describeTables(db.reader, engine);
  } finally {
    await db.close();
  }
}

/** Tables with ids whose rows are no records: nobody edits them, and the journal does not keep them. */
const notRecords = [
  'form_drafts',
  'passkeys',
  'sign_in_methods',
  'sign_in_sessions',
  'sign_in_tokens',
  'mail_messages',
  'notices',
  'follows',
  'saved_views',
  'subscriptions',
  'minutes_entries',
  'minutes_operations',
  'minutes_rivals',
];

describe('the schema', () => {
  it.skipIf(!postgresAtHand)(
    'is the same on SQLite and PostgreSQL (skipped without TEST_DATABASE_URL)',
    async () => {
      const [sqlite, postgres] = await Promise.all([tablesOn('sqlite'), tablesOn('postgres')]);
      expect(sqlite.length).toBeGreaterThan(15);
      expect(postgres).toEqual(sqlite);
    },
  );

  it('holds instants, ids and texts as text, and numbers as whole numbers', async () => {
    const db = await openTestDatabase();
    const tables = await describeTables(db.reader, db.engine);
    await db.close();
    const types = new Set(tables.flatMap((table) => table.columns.map((column) => column.type)));
    expect([...types].sort()).toEqual(['integer', 'text']);
    const ids = tables.flatMap((table) =>
      table.columns.filter(({ name }) => name === 'id' || name.endsWith('_id')),
    );
    expect(new Set(ids.map((column) => column.type))).toEqual(new Set(['text']));
  });

  it('gives every record its version and its instants', async () => {
    const db = await openTestDatabase();
    const tables = await describeTables(db.reader, db.engine);
    await db.close();
    const records = tables.filter(
      ({ name, primaryKey }) => primaryKey.join() === 'id' && !notRecords.includes(name),
    );
    expect(records.length).toBeGreaterThan(10);
    for (const { name, columns } of records) {
      const kept = columns.filter((column) => ['version', 'created_at', 'updated_at'].includes(column.name));
      expect([name, ...kept.map((column) => column.nullable)]).toEqual([name, false, false, false]);
    }
  });
});
