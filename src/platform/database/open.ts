import { join } from 'node:path';
import type { Database } from './database.ts';
import { makeFolder } from '../files/folder.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Where a node keeps its records: a folder with the embedded database, or a PostgreSQL address. */
export interface DatabaseLocation {
  dataFolder: string;
  databaseUrl?: string | undefined;
}

/** The embedded database's file within a data folder. */
export function sqliteFile(dataFolder: string): string {
  return join(dataFolder, 'indimaj.sqlite');
}

/** Opens the node's database; the embedded one is created with its folder when missing. */
export function openDatabase({ dataFolder, databaseUrl }: DatabaseLocation): Database {
  if (databaseUrl) return openPostgres(databaseUrl);
  makeFolder(dataFolder);
  return openSqlite(sqliteFile(dataFolder));
}
