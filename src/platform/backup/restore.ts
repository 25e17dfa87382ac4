import { instant, systemClock, type Clock } from '../clock/clock.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { openStore } from '../files/store.ts';
import type { Filled } from './fill.ts';
import { readBackup, type DatabasePart, type Part } from './read.ts';
import { restorePostgres } from './restore-postgres.ts';
import { restoreSqlite } from './restore-sqlite.ts';

/** What was restored, and where the data it replaced are kept. */
export interface Restored extends Filled {
  /** A file beside the database, or a schema within it; null where there was nothing to replace. */
  aside: string | null;
}

/**
 * Replaces a database by a backup, of either engine. The backup is read whole and checked in a fresh database
 * beside the old one first; only then does it take its place, at once, and the old one is kept aside. Whatever
 * goes wrong before leaves everything as it was.
 * @throws BackupRefusal where the backup can't be trusted.
 * @throws FolderInUse, DatabaseInUse where a server is running on the data.
 */
export async function restore(
  location: DatabaseLocation,
  file: string,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Restored> {
  return restoreParts(location, readBackup(file), clock);
}

/** As {@link restore}, from the parts of a backup however they were kept. */
export async function restoreParts(
  location: DatabaseLocation,
  parts: AsyncIterable<Part>,
  clock: Clock,
): Promise<Restored> {
  const stamp = instant(clock)
    .replace(/\.\d+Z$/, 'z')
    .replace(/[^\dz]/g, '');
  return location.databaseUrl
    ? restorePostgres(location.databaseUrl, withoutFiles(location, parts), stamp)
    : restoreSqlite(location.dataFolder, withoutFiles(location, parts), stamp);
}

/**
 * A backup's rows; its files are put where they belong on the way. Files are known by their bytes, so that none
 * replaces another: what was put there by a restore that failed is at worst a file that nothing names.
 */
async function* withoutFiles(
  { dataFolder }: DatabaseLocation,
  parts: AsyncIterable<Part>,
): AsyncIterable<DatabasePart> {
  const store = openStore(dataFolder);
  for await (const part of parts) {
    if (part.kind === 'file') await store.put(part.bytes);
    else yield part;
  }
}
