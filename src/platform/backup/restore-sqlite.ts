import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteFile } from '../database/open.ts';
import { lockFolder } from '../database/server-lock.ts';
import { openSqlite } from '../database/sqlite.ts';
import { fill } from './fill.ts';
import { BackupRefusal } from './format.ts';
import type { DatabasePart } from './read.ts';
import type { Restored } from './restore.ts';

/** What SQLite keeps beside a database file while it is open, or after it was not closed. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/** Restores into a new file, which then takes the old one's name. */
export async function restoreSqlite(
  dataFolder: string,
  parts: AsyncIterable<DatabasePart>,
  stamp: string,
): Promise<Restored> {
  const unlock = lockFolder(dataFolder);
  const file = sqliteFile(dataFolder);
  const fresh = `${file}.restoring`;
  const removeFresh = () => ['', ...COMPANIONS].forEach((end) => rmSync(fresh + end, { force: true }));
  try {
    removeFresh();
    const db = openSqlite(fresh);
    chmodSync(fresh, 0o600);
    const filled = await db.transaction((tx) => fill(tx, 'sqlite', parts)).finally(() => db.close());
    checkFile(fresh);
    return { ...filled, aside: replace(file, fresh, stamp) };
  } finally {
    removeFresh();
    unlock();
  }
}

/** Reads every page of a database file, and leaves it without companions. */
function checkFile(file: string): void {
  const connection = new DatabaseSync(file);
  try {
    const answer = connection.prepare('pragma integrity_check').get();
    if (answer?.['integrity_check'] !== 'ok') throw new BackupRefusal('unwritable', 'integrity_check');
    connection.exec('pragma journal_mode = delete');
  } finally {
    connection.close();
  }
  sync(file);
}

/** Gives `fresh` the name `file` in one step. @returns where the former file is kept, null where there was none */
function replace(file: string, fresh: string, stamp: string): string | null {
  const folder = dirname(file);
  if (!existsSync(file)) {
    renameSync(fresh, file);
    sync(folder);
    return null;
  }
  const aside = unusedName(`${file}.before-restore-${stamp}`);
  foldIn(file);
  for (const end of COMPANIONS) if (existsSync(file + end)) renameSync(file + end, aside + end);
  try {
    linkSync(file, aside);
  } catch {
    // A file system without links: for an instant there is no database under the name.
    renameSync(file, aside);
  }
  renameSync(fresh, file);
  sync(folder);
  return aside;
}

/**
 * Folds the write-ahead log into a database file that nobody else has open.
 * @throws Error `database is locked` where somebody has. A damaged file is left as it is.
 */
function foldIn(file: string): void {
  if (!isSqlite(file)) return;
  const connection = new DatabaseSync(file, { timeout: 1_000 });
  try {
    connection.exec('pragma journal_mode = delete');
  } catch (error) {
    const { errcode = 0 } = error as { errcode?: number };
    const damaged = [11, 26].includes(errcode & 0xff);
    if (!damaged) throw error;
  } finally {
    connection.close();
  }
}

/** Every SQLite file begins with the same words (sqlite.org/fileformat.html §1.3). */
function isSqlite(file: string): boolean {
  const start = Buffer.alloc(16);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, start);
  closeSync(descriptor);
  return start.toString('latin1') === 'SQLite format 3\0';
}

function unusedName(name: string): string {
  let unused = name;
  for (let count = 2; existsSync(unused); count += 1) unused = `${name}-${count}`;
  return unused;
}

/** Waits until a file, or a folder's names, have reached the disk. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
