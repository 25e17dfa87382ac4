import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { BackupRefusal, LONGEST_LINE, type Header } from '../backup/format.ts';
import type { Part } from '../backup/read.ts';
import { makeFolder } from '../files/folder.ts';
import {
  fileEntry,
  fileOf,
  FORMAT,
  LONGEST_MANIFEST,
  MANIFEST,
  tableEntry,
  VERSION,
  type ArchivedTable,
  type Manifest,
} from './format.ts';

/** One entry of the archive, as it comes. */
interface Entry extends AsyncIterable<Uint8Array> {
  header: { name: string; type?: string | null | undefined; size?: number | undefined };
}

/** How many rows are handed on at once. */
const AT_ONCE = 200;

/**
 * Reads an archive as the parts of a backup, and puts its files among those of the data folder: a file is named by
 * its content, so one that is there already is the same. Nothing that was read may be used before the `end`.
 * @throws BackupRefusal where the file is no archive, is newer, incomplete or damaged.
 */
export async function* readArchive(file: string, dataFolder: string): AsyncIterable<Part> {
  const source = createReadStream(file);
  const tar = extract();
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  const seen = new Set<string>();
  let manifest: Manifest | undefined;
  try {
    for await (const entry of tar as unknown as AsyncIterable<Entry>) {
      const { name } = entry.header;
      if (entry.header.type !== 'file' || seen.has(name)) throw new BackupRefusal('corrupt', name);
      seen.add(name);
      if (!manifest) {
        manifest = await manifestOf(entry);
        yield { kind: 'header', header: headerOf(manifest) };
        continue;
      }
      const sum = fileOf(name);
      const table = Object.keys(manifest.tables).find((one) => tableEntry(one) === name);
      if (sum !== undefined && Object.hasOwn(manifest.files, sum))
        await keepFile(entry, sum, manifest.files[sum]!, dataFolder);
      else if (table !== undefined) yield* rowsOf(entry, table, manifest.tables[table]!);
      else throw new BackupRefusal('corrupt', name);
    }
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, manifest !== undefined);
  } finally {
    source.destroy();
  }
  if (!manifest) throw new BackupRefusal('foreign');
  const expected = [
    ...Object.keys(manifest.tables).map(tableEntry),
    ...Object.keys(manifest.files).map(fileEntry),
  ];
  const missing = expected.find((name) => !seen.has(name));
  if (missing !== undefined) throw new BackupRefusal('truncated', missing);
  yield { kind: 'end', rows: Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0) };
}

async function manifestOf(entry: Entry): Promise<Manifest> {
  if (entry.header.name !== MANIFEST || (entry.header.size ?? 0) > LONGEST_MANIFEST)
    throw new BackupRefusal('foreign');
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  let value: Manifest;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new BackupRefusal('corrupt', MANIFEST);
  }
  if (value?.format !== FORMAT) throw new BackupRefusal('foreign');
  if (!Number.isInteger(value.version)) throw new BackupRefusal('corrupt', MANIFEST);
  if (value.version > VERSION) throw new BackupRefusal('newer', `version ${value.version}`);
  const { createdAt, migrations, tables, files } = value;
  const isMap = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part);
  const named = Array.isArray(migrations) && migrations.every((step) => typeof step?.name === 'string');
  const listed = isMap(tables) && Object.values(tables).every((table) => Array.isArray(table?.columns));
  if (!named || !listed || !isMap(files) || typeof createdAt !== 'string')
    throw new BackupRefusal('corrupt', MANIFEST);
  return value;
}

function headerOf({ createdAt, engine, migrations }: Manifest): Header {
  return { format: 'indimaj-backup', version: 1, engine: engine as Header['engine'], createdAt, migrations };
}

async function* rowsOf(entry: Entry, table: string, expected: ArchivedTable): AsyncIterable<Part> {
  yield { kind: 'table', table, columns: expected.columns };
  const sum = createHash('sha256');
  let count = 0;
  let rows: unknown[][] = [];
  for await (const line of linesOf(entry, table)) {
    sum.update(line);
    rows.push(rowOf(line, expected.columns, `${table} ${count + 1}`));
    count += 1;
    if (rows.length < AT_ONCE) continue;
    yield { kind: 'rows', table, from: count - rows.length + 1, rows };
    rows = [];
  }
  if (rows.length > 0) yield { kind: 'rows', table, from: count - rows.length + 1, rows };
  if (count !== expected.rows || sum.digest('hex') !== expected.sha256)
    throw new BackupRefusal('corrupt', table);
}

/** The lines of an entry, line ends included. */
async function* linesOf(entry: Entry, table: string): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of entry) {
    let bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      yield bytes.subarray(0, end + 1);
      bytes = bytes.subarray(end + 1);
    }
    rest = bytes;
    if (rest.length > LONGEST_LINE) throw new BackupRefusal('corrupt', table);
  }
  if (rest.length > 0) throw new BackupRefusal('corrupt', table);
}

function rowOf(line: Buffer, columns: readonly string[], where: string): unknown[] {
  try {
    const row = JSON.parse(line.toString()) as Record<string, unknown>;
    if (Object.keys(row).length !== columns.length) throw new Error('columns');
    return columns.map((column) => {
      if (!Object.hasOwn(row, column)) throw new Error(column);
      return row[column];
    });
  } catch {
    throw new BackupRefusal('corrupt', where);
  }
}

/** Writes a file under the name of its content, and refuses one that is not what it is named for. */
async function keepFile(entry: Entry, sum: string, bytes: number, dataFolder: string): Promise<void> {
  const path = join(dataFolder, fileEntry(sum));
  if (entry.header.size !== bytes) throw new BackupRefusal('corrupt', fileEntry(sum));
  makeFolder(dirname(path));
  const partial = `${path}.${randomBytes(6).toString('hex')}`;
  const hash = createHash('sha256');
  try {
    await pipeline(
      entry,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(partial, { mode: 0o600, flags: 'wx' }),
    );
    if (hash.digest('hex') !== sum) throw new BackupRefusal('corrupt', fileEntry(sum));
    const handle = await open(partial, 'r');
    await handle.sync().finally(() => handle.close());
    await link(partial, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(partial, { force: true });
  }
}

function explained(error: NodeJS.ErrnoException, begun: boolean): Error {
  if (error instanceof BackupRefusal) return error;
  if (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR')
    return error.syscall === 'open' || error.syscall === 'read'
      ? new BackupRefusal('missing', error.code)
      : error;
  if (error.syscall) return error;
  if (/unexpected end/i.test(error.message)) return new BackupRefusal(begun ? 'truncated' : 'foreign');
  if (/invalid tar|size|header/i.test(error.message))
    return new BackupRefusal(begun ? 'corrupt' : 'foreign', 'tar');
  return error;
}
