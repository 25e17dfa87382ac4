import { existsSync } from 'node:fs';
import { BackupRefusal } from '../backup/format.ts';
import { restoreParts, type Restored } from '../backup/restore.ts';
import { systemClock, type Clock } from '../clock/clock.ts';
import { sqliteFile, openDatabase, type DatabaseLocation } from '../database/open.ts';
import { lastNumber } from '../journal/read.ts';
import { readArchive } from './read.ts';

/** Says that an archive is only taken in by a node that holds nothing yet. */
export class NotEmpty extends Error {
  override name = 'NotEmpty';
}

/**
 * Makes a node out of an archive, of either engine: it is read whole and checked first, then takes the node's place
 * at once. Whatever goes wrong before leaves everything as it was, but for files, which nothing then names.
 * @throws NotEmpty where the node already holds records.
 * @throws BackupRefusal where the archive can't be trusted.
 * @throws FolderInUse, DatabaseInUse where a server is running on the data.
 */
export async function readArchiveInto(
  location: DatabaseLocation,
  file: string,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Restored> {
  if (!existsSync(file)) throw new BackupRefusal('missing');
  if (await holdsRecords(location)) throw new NotEmpty();
  return restoreParts(location, readArchive(file, location.dataFolder), clock);
}

async function holdsRecords(location: DatabaseLocation): Promise<boolean> {
  if (!location.databaseUrl && !existsSync(sqliteFile(location.dataFolder))) return false;
  const db = openDatabase(location);
  try {
    return (await lastNumber(db)) > 0;
  } catch {
    // No journal: there is no node here yet.
    return false;
  } finally {
    await db.close();
  }
}
