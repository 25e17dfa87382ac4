import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { systemActor } from '../actor/actor.ts';
import type { Database } from '../database/database.ts';
import { openDatabase, type DatabaseLocation } from '../database/open.ts';
import { createRecord, deleteRecord, updateRecord } from '../records/records.server.ts';
import { conceptAt, sourceNamed } from '../records/testing.ts';
import { sha256 } from './format.ts';
import { withSnapshot } from './snapshot.ts';

const actor = systemActor('test');

/** Records of several kinds with what is hard to carry: Arabic, quotes, line ends, empty and very long texts. */
export async function writeSomething(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const source = await createRecord(
      tx,
      actor,
      'sources',
      sourceNamed('الجهة الشرقية: "ندوة" \\ \n\t 🌍 é'),
    );
    await updateRecord(tx, actor, 'sources', source, { licence: '', url: 'x'.repeat(100_000) });
    const concept = await createRecord(tx, actor, 'concepts', conceptAt('first', 'L’égalité'));
    await updateRecord(tx, actor, 'concepts', concept, { slug: 'second', position: 2_147_483_647 });
    const gone = await createRecord(tx, actor, 'sources', sourceNamed('Gone'));
    await deleteRecord(tx, actor, 'sources', gone);
    const parent = await createRecord(tx, actor, 'territories', territory('country', null));
    // The child's id is lower than its parent's, so that its row comes first.
    const child = { ...(territory('region', parent) as object), id: '00000000-0000-7000-8000-000000000000' };
    await createRecord(tx, actor, 'territories', child as never);
    await createRecord(tx, actor, 'figures', {
      territory_id: parent,
      measure: 'population',
      value: Number.MAX_SAFE_INTEGER,
      as_of: '2024',
      source_id: source,
    });
    await tx
      .insertInto('journal_cursors')
      .values({ consumer: 'mail', number: 3, updated_at: 'then' })
      .execute();
    await tx.insertInto('settings').values({ key: 'name', value: '{}' }).execute();
  });
}

function territory(level: 'country' | 'region', parent: string | null) {
  const name = (field: string) => ({ [`${field}_fr`]: level, [`${field}_original`]: 'fr' });
  const place = { slug: level, parent_id: parent, level, code: level, code_mark: null };
  return { ...place, tile_column: null, tile_row: null, ...name('name'), ...name('short_name') } as never;
}

/** Everything a database holds, table by table. */
export function contentOf(location: DatabaseLocation): Promise<Record<string, unknown[][]>> {
  return withSnapshot(location, async (snapshot) => {
    const content: Record<string, unknown[][]> = {};
    for (const table of snapshot.tables) {
      const rows: unknown[][] = [];
      if (table.name !== 'schema_migrations')
        for await (const batch of snapshot.rows(table)) rows.push(...batch);
      content[table.name] = rows;
    }
    return content;
  });
}

/** Opens a database, works with it and closes it. */
export async function using<T>(location: DatabaseLocation, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(location);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/**
 * Writes a backup as somebody would who knows the format: its lines changed, and its sums right.
 * @param change takes the lines but the last, and gives those to write
 */
export function forge(from: string, change: (lines: string[]) => string[]): string {
  const lines = change(gunzipSync(readFileSync(from)).toString().trimEnd().split('\n').slice(0, -1));
  const complete: Record<string, { rows: number; sha256: string }> = {};
  let rows: string[] = [];
  let table: string | undefined;
  const close = () => {
    if (table !== undefined) complete[table] = { rows: rows.length, sha256: sha256(rows.join('')) };
    rows = [];
  };
  for (const line of lines.slice(1)) {
    if (line.startsWith('[')) rows.push(`${line}\n`);
    else {
      close();
      table = /"table":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1];
    }
  }
  close();
  const footer = JSON.stringify({ complete, header: sha256(`${lines[0]}\n`) });
  const file = join(from, '..', `forged-${sha256(lines.join()).slice(0, 12)}.indimaj`);
  writeFileSync(file, gzipSync([...lines, footer].join('\n') + '\n'));
  return file;
}
