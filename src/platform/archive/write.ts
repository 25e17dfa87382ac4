import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { BackupRefusal, tablesToKeep } from '../backup/format.ts';
import { withSnapshot, type Snapshot } from '../backup/snapshot.ts';
import { instant, systemClock, type Clock } from '../clock/clock.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { makeFolder } from '../files/folder.ts';
import {
  fileEntry,
  fileOf,
  FORMAT,
  leftBehind,
  MANIFEST,
  objectOf,
  tableEntry,
  VERSION,
  type ArchivedTable,
  type Manifest,
} from './format.ts';

/** What was written. */
export interface Archived {
  rows: number;
  files: number;
}

/**
 * Writes the whole node into one archive, as it was at one instant, while a server may go on writing: its records
 * as JSON lines, its files as they are. Secrets of the data folder are no part of it. The archive appears whole or
 * not at all, readable by its owner only.
 * @throws BackupRefusal where there is nothing to archive, or the file exists.
 */
export async function writeArchive(
  location: DatabaseLocation,
  file: string,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Archived> {
  if (existsSync(file)) throw new BackupRefusal('exists');
  makeFolder(dirname(file));
  const spool = mkdtempSync(join(tmpdir(), 'indimaj-archive-'));
  const partial = `${file}.partial-${process.pid}`;
  try {
    const { engine, migrations, tables } = await withSnapshot(location, (snapshot) =>
      spooled(snapshot, spool),
    );
    // Files never change under their name, so those that the rows speak of are there whenever they are read.
    const files = await filesOf(location.dataFolder);
    const manifest: Manifest = {
      format: FORMAT,
      version: VERSION,
      createdAt: instant(clock),
      engine,
      migrations,
      tables,
      files: Object.fromEntries(files),
    };
    await writeTar(partial, async (tar) => {
      await add(tar, MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
      for (const table of Object.keys(tables)) await addFile(tar, tableEntry(table), join(spool, table));
      for (const [sum] of files)
        await addFile(tar, fileEntry(sum), join(location.dataFolder, fileEntry(sum)));
    });
    await rename(partial, file);
    return { rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0), files: files.length };
  } finally {
    rmSync(spool, { recursive: true, force: true });
    await rm(partial, { force: true });
  }
}

/** Writes each table's lines into a file of its own, so that the manifest, which stands first, knows their sums. */
async function spooled(snapshot: Snapshot, folder: string) {
  const tables: Record<string, ArchivedTable> = {};
  for (const table of tablesToKeep(snapshot.tables)) {
    const sum = createHash('sha256');
    let rows = 0;
    const out = createWriteStream(join(folder, table.name), { mode: 0o600 });
    if (!leftBehind.includes(table.name))
      for await (const batch of snapshot.rows(table)) {
        const lines = batch.map((row) => `${JSON.stringify(objectOf(table.columns, row))}\n`).join('');
        sum.update(lines);
        rows += batch.length;
        if (!out.write(lines)) await once(out, 'drain');
      }
    out.end();
    await finished(out);
    const columns = table.columns.map(({ name }) => name);
    tables[table.name] = { columns, rows, sha256: sum.digest('hex') };
  }
  return { engine: snapshot.engine, migrations: snapshot.migrations, tables };
}

/** The node's files by their sum, with their length, in one order on every machine. */
async function filesOf(dataFolder: string): Promise<[sum: string, bytes: number][]> {
  const folder = join(dataFolder, 'files');
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .flatMap((name) => fileOf(`files/${name.replaceAll('\\', '/')}`) ?? [])
    .toSorted()
    .map((sum) => [sum, statSync(join(dataFolder, fileEntry(sum))).size]);
}

async function writeTar(file: string, fill: (tar: Pack) => Promise<void>): Promise<void> {
  const tar = pack();
  const handle = await open(file, 'wx', 0o600);
  try {
    const written = intoFile(tar as unknown as AsyncIterable<Uint8Array>, handle);
    // Whichever fails first is heard, and the other is not left waiting.
    const filled = fill(tar).then(
      () => tar.finalize(),
      (error: Error) => tar.destroy(error),
    );
    await Promise.all([written, filled]);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function intoFile(chunks: AsyncIterable<Uint8Array>, handle: FileHandle): Promise<void> {
  for await (const chunk of chunks) await handle.writeFile(chunk);
}

/** Nothing of the machine stands in an entry: the same content gives the same bytes. */
const plain = { mode: 0o600, uid: 0, gid: 0, mtime: new Date(0) };

function add(tar: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    tar.entry({ name, ...plain }, content, (error) => (error ? reject(error) : resolve()));
  });
}

async function addFile(tar: Pack, name: string, path: string): Promise<void> {
  const entry = tar.entry({ name, size: statSync(path).size, ...plain });
  await pipeline(createReadStream(path), entry as unknown as NodeJS.WritableStream);
}
