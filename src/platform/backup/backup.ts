import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { instant, systemClock, type Clock } from '../clock/clock.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { makeFolder } from '../files/folder.ts';
import { openStore } from '../files/store.ts';
import {
  BackupRefusal,
  FORMAT,
  sha256,
  tablesToKeep,
  toLine,
  VERSION,
  type Footer,
  type Header,
} from './format.ts';
import { withSnapshot, type Snapshot } from './snapshot.ts';

/** What was written. */
export interface Written {
  rows: number;
  /** Documents and images. */
  files: number;
  /** Files that are no longer what their name says: left out, so that one of them doesn't keep all else from being kept. */
  damaged: string[];
  tables: Footer['complete'];
}

/**
 * Writes everything a database holds at one instant into a file, while a server may go on writing. The file
 * appears whole or not at all, readable by its owner only.
 * @throws BackupRefusal where there is nothing to back up, or the file exists.
 */
export async function backup(
  location: DatabaseLocation,
  file: string,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Written> {
  if (existsSync(file)) throw new BackupRefusal('exists');
  makeFolder(dirname(file));
  const partial = `${file}.partial-${process.pid}`;
  try {
    const written = await withSnapshot(location, async (snapshot) => {
      const tables: Footer['complete'] = {};
      const files: Found = { count: 0, damaged: [] };
      const handle = await open(partial, 'wx', 0o600);
      try {
        await pipeline(
          Readable.from(lines(snapshot, clock, tables, fileLines(location.dataFolder, files))),
          createGzip(),
          intoFile(handle),
        );
        await handle.sync();
      } finally {
        await handle.close();
      }
      return {
        tables,
        files: files.count,
        damaged: files.damaged,
        rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0),
      };
    });
    await rename(partial, file);
    return written;
  } finally {
    await rm(partial, { force: true });
  }
}

/** A backup's bytes; `tables` is filled with each table's sum on the way. */
async function* lines(
  snapshot: Snapshot,
  clock: Clock,
  tables: Footer['complete'],
  files: AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  const { engine, migrations } = snapshot;
  const header: Header = { format: FORMAT, version: VERSION, engine, createdAt: instant(clock), migrations };
  const first = line(header);
  yield first;
  for (const table of tablesToKeep(snapshot.tables)) {
    yield line({ table: table.name, columns: table.columns.map((column) => column.name) });
    const sum = createHash('sha256');
    let rows = 0;
    for await (const batch of snapshot.rows(table)) {
      const bytes = Buffer.concat(batch.map((row) => line(row.map(toLine))));
      sum.update(bytes);
      rows += batch.length;
      yield bytes;
    }
    tables[table.name] = { rows, sha256: sum.digest('hex') };
  }
  let count = 0;
  for await (const file of files) {
    count += 1;
    yield file;
  }
  yield line({ complete: tables, files: count, header: sha256(first) } satisfies Footer);
}

interface Found {
  count: number;
  damaged: string[];
}

/**
 * The data folder's files. They are listed after the snapshot was taken: a file is on disk before a row names it, so
 * none that a row of the snapshot names is missing.
 */
async function* fileLines(dataFolder: string, files: Found): AsyncIterable<Buffer> {
  const store = openStore(dataFolder);
  for (const name of await store.list()) {
    const bytes = await store.read(name);
    if (!bytes || sha256(bytes) !== name) {
      files.damaged.push(`files/${name.slice(0, 2)}/${name}`);
      continue;
    }
    files.count += 1;
    yield line({ file: name, base64: bytes.toString('base64') });
  }
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** Writes chunks to an open file without closing it: it is still to be synced to the disk. */
function intoFile(handle: FileHandle) {
  return async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) await handle.writeFile(chunk);
  };
}
