import { createHash } from 'node:crypto';
import type { Column, Table } from '../database/describe.ts';
import type { Engine } from '../database/database.ts';

/*
 * A backup is one gzip stream (RFC 1952) of lines, the same whichever engine wrote it:
 *
 *   {"format":"indimaj-backup","version":2,"engine":…,"createdAt":…,"migrations":[{"name":…,"checksum":…}]}
 *   {"table":"addresses","columns":["created_at","kind",…]}
 *   ["2026-01-01T00:00:00.000Z","workshops",…]      one line a row, values in the order of the columns
 *   …
 *   {"file":"sha256 of its bytes","base64":…}           one line a file of the data folder
 *   {"complete":{"addresses":{"rows":12,"sha256":…},…},"files":3,"header":"sha256 of the first line"}
 *
 * A table's sum is over its rows' lines, line ends included. Bytes stand as {"base64":…}. Version 1 had no files.
 */
export const FORMAT = 'indimaj-backup';
export const VERSION = 2;

/** The longest line that is read, in bytes: a row holds texts of some pages at most, a file some megabytes. */
export const LONGEST_LINE = 64 * 1024 * 1024;

export interface Header {
  format: typeof FORMAT;
  version: number;
  engine: Engine;
  createdAt: string;
  /** The steps of the schema that the rows were written under. */
  migrations: { name: string; checksum: string }[];
}

export interface TableSum {
  rows: number;
  sha256: string;
}

export interface Footer {
  complete: Record<string, TableSum>;
  /** How many files; none were kept before version 2. */
  files?: number;
  header: string;
}

export type BackupReason =
  'nothing' | 'exists' | 'missing' | 'foreign' | 'newer' | 'truncated' | 'corrupt' | 'unwritable';

/** Why a backup is not written or not restored; `where` names the place in the file. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal';
  readonly reason: BackupReason;
  readonly where: string;
  constructor(reason: BackupReason, where = '') {
    super(where ? `${reason}: ${where}` : reason);
    this.reason = reason;
    this.where = where;
  }
}

/** The steps of the schema have their own table; it is made by applying them, not by copying. */
export const MIGRATIONS_TABLE = 'schema_migrations';

/** Tables that follow from others: triggers fill them with these, or the server does as it opens the database. */
export const FOLLOWING_TABLES: readonly string[] = ['commitment_extents', 'search_texts', 'search_words'];

export function tablesToKeep(tables: Table[]): Table[] {
  return tables.filter(({ name }) => name !== MIGRATIONS_TABLE && !FOLLOWING_TABLES.includes(name));
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A value as a line of the backup holds it. */
export function toLine(value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

/** A value as a column takes it. @throws BackupRefusal where it is not of the column's type */
export function fromLine(value: unknown, column: Column, where: string): unknown {
  if (value === null) return null;
  const { type } = column;
  if (type === 'text' && typeof value === 'string') return value;
  if (type === 'integer' && Number.isSafeInteger(value)) return value;
  if (type === 'real' && typeof value === 'number' && Number.isFinite(value)) return value;
  if (type === 'bytes' && typeof value === 'object' && 'base64' in value && typeof value.base64 === 'string')
    return Buffer.from(value.base64, 'base64');
  throw new BackupRefusal('corrupt', `${where}, ${column.name}`);
}
