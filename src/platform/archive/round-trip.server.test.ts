import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, using, writeSomething } from '../backup/testing.ts';
import type { Engine } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { makeTestLocation, postgresAtHand, testEngine } from '../database/testing.ts';
import { openSecrets } from '../secrets/secrets.ts';
import { fileEntry, leftBehind } from './format.ts';
import { readArchiveInto } from './restore.ts';
import { writeArchive } from './write.ts';

const clock = () => new Date('2026-01-02T03:04:05.678Z');

let places: Awaited<ReturnType<typeof makeTestLocation>>[] = [];
let from: DatabaseLocation;
let file: string;

async function place(engine: Engine = testEngine): Promise<DatabaseLocation> {
  const made = await makeTestLocation(engine);
  places.push(made);
  return made.location;
}

/** Puts a file among a node's own. @returns its name there */
function keep(location: DatabaseLocation, content: string): string {
  const name = fileEntry(createHash('sha256').update(content).digest('hex'));
  mkdirSync(dirname(join(location.dataFolder, name)), { recursive: true });
  writeFileSync(join(location.dataFolder, name), content);
  return name;
}

beforeEach(async () => {
  places = [];
  from = await place();
  file = join(from.dataFolder, 'kept', 'node.tar');
  await using(from, async (db) => {
    await migrate(db);
    await writeSomething(db);
    await db.transaction(async (tx) => {
      await tx.insertInto('limits').values({ key: 'a try', count: 3, until: '2027' }).execute();
    });
  });
});
afterEach(async () => {
  for (const { remove } of places) await remove();
});

/** What an archive carries: everything but what it leaves behind. */
async function carried(location: DatabaseLocation) {
  const content = await contentOf(location);
  for (const table of leftBehind) content[table] = [];
  return content;
}

describe('an archive', () => {
  it('makes an empty node the same: every row, every file', async () => {
    const names = [keep(from, 'a document'), keep(from, 'مستند')];
    const written = await writeArchive(from, file, { clock });
    expect(written.files).toBe(2);
    const to = await place();
    const { createdAt, rows, aside } = await readArchiveInto(to, file);
    expect({ createdAt, rows, aside }).toEqual({
      createdAt: '2026-01-02T03:04:05.678Z',
      rows: written.rows,
      aside: null,
    });
    expect(await contentOf(to)).toEqual(await carried(from));
    for (const name of names)
      expect(readFileSync(join(to.dataFolder, name))).toEqual(readFileSync(join(from.dataFolder, name)));
  });

  const other: Engine = testEngine === 'sqlite' ? 'postgres' : 'sqlite';
  it.skipIf(!postgresAtHand)(
    `moves to ${other} and is written there byte for byte the same (skipped without TEST_DATABASE_URL)`,
    async () => {
      keep(from, 'a document');
      await writeArchive(from, file, { clock });
      const there = await place(other);
      await readArchiveInto(there, file);
      const again = join(from.dataFolder, 'again.tar');
      await writeArchive(there, again, { clock });
      const manifest = (path: string) => JSON.parse(entriesOf(path).get('manifest.json')!.toString());
      expect(manifest(again).tables).toEqual(manifest(file).tables);
      expect(manifest(again).files).toEqual(manifest(file).files);
      const content = (path: string) => [...entriesOf(path)].filter(([name]) => name !== 'manifest.json');
      expect(content(again)).toEqual(content(file));
    },
  );

  it('is the same bytes each time, for its owner only, and replaces no other', async () => {
    keep(from, 'a document');
    await writeArchive(from, file, { clock });
    const again = `${file}.again`;
    await writeArchive(from, again, { clock });
    expect(readFileSync(again)).toEqual(readFileSync(file));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(['node.tar', 'node.tar.again']);
    await expect(writeArchive(from, file)).rejects.toMatchObject({ reason: 'exists' });
  });

  it('holds no secret of the node, and no way into a session', async () => {
    const secret = openSecrets(from.dataFolder).generated('sign-in');
    await writeArchive(from, file, { clock });
    const bytes = readFileSync(file);
    expect(bytes.includes(secret)).toBe(false);
    for (const table of leftBehind) expect(entriesOf(file).get(`tables/${table}.jsonl`)).toHaveLength(0);
  });

  it('says what it holds in words that any tool reads', async () => {
    await writeArchive(from, file, { clock });
    const lines = entriesOf(file).get('tables/sources.jsonl')!.toString().trim().split('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({ id: expect.any(String), title: expect.any(String) });
  });
});

describe('an archive is refused', () => {
  const refusal = async (bytes: Buffer, to?: DatabaseLocation) => {
    const place_ = to ?? (await place());
    writeFileSync(`${file}.bad`, bytes);
    return readArchiveInto(place_, `${file}.bad`).then(
      () => 'taken in',
      (error: { reason?: string; name: string }) => error.reason ?? error.name,
    );
  };

  it('by a node that holds records, which stay as they are', async () => {
    await writeArchive(from, file);
    const before = await contentOf(from);
    expect(await refusal(readFileSync(file), from)).toBe('NotEmpty');
    expect(await contentOf(from)).toEqual(before);
  });

  it('where it is something else, cut short, or changed in a single byte', { timeout: 240_000 }, async () => {
    keep(from, 'a document that is long enough to be found '.repeat(20));
    await writeArchive(from, file, { clock });
    const whole = readFileSync(file);
    expect(await refusal(Buffer.from('not a tar at all'))).toBe('foreign');
    expect(await refusal(Buffer.alloc(0))).toBe('foreign');
    for (const part of [0.2, 0.5, 0.9])
      expect(['truncated', 'corrupt']).toContain(await refusal(whole.subarray(0, whole.length * part)));
    for (const text of ['"title"', 'a document that', '"sha256"']) {
      const changed = Buffer.from(whole);
      const at = changed.indexOf(text) + 2;
      changed[at] = changed[at]! ^ 1;
      expect([text, await refusal(changed)]).toEqual([text, 'corrupt']);
    }
  });
});

/** A tar file's entries, read by the format's own rules (POSIX.1-1988 ustar) and not by the library that wrote it. */
function entriesOf(path: string): Map<string, Buffer> {
  const bytes = readFileSync(path);
  const entries = new Map<string, Buffer>();
  for (let at = 0; bytes[at] !== 0 && at < bytes.length;) {
    const text = (from: number, length: number) =>
      bytes
        .subarray(at + from, at + from + length)
        .toString()
        .replace(/\0.*$/s, '');
    const size = parseInt(text(124, 12), 8);
    entries.set(text(0, 100), bytes.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}
