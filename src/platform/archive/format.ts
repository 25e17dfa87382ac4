import type { Column } from '../database/describe.ts';

/*
 * An archive is a tar file (POSIX.1-1988 ustar) that any tool opens:
 *
 *   manifest.json          what it holds, first: format, version, createdAt, engine, migrations, tables, files
 *   tables/<table>.jsonl   one JSON object a line for each row, by column; bytes stand as {"base64":…}
 *   files/<xx>/<sha256>    the node's files, named by the SHA-256 of their content, in folders of its first two digits
 *
 * The same content gives the same bytes but for `createdAt`. docs/archive.md describes it for people.
 */
export const FORMAT = 'indimaj-archive';
export const VERSION = 1;

export const MANIFEST = 'manifest.json';

/** The longest manifest that is read, in bytes. */
export const LONGEST_MANIFEST = 4 * 1024 * 1024;

/**
 * Tables that leave empty: sessions and one-time tokens are nobody's to carry away, counts of tries and forms
 * begun mean nothing elsewhere.
 */
export const leftBehind: readonly string[] = ['sign_in_sessions', 'sign_in_tokens', 'limits', 'form_drafts'];

export interface ArchivedTable {
  columns: string[];
  rows: number;
  /** Over the table's lines, line ends included. */
  sha256: string;
}

export interface Manifest {
  format: typeof FORMAT;
  version: number;
  createdAt: string;
  engine: string;
  migrations: { name: string; checksum: string }[];
  tables: Record<string, ArchivedTable>;
  /** Bytes of each file, by its SHA-256. */
  files: Record<string, number>;
}

/** A row as an object of its columns, in their order. */
export function objectOf(columns: readonly Column[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name }, index) => {
      const value = row[index];
      return [name, value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value];
    }),
  );
}

export function tableEntry(table: string): string {
  return `tables/${table}.jsonl`;
}

export function fileEntry(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}

/** The file's SHA-256 that an entry's name says; undefined where it is no file's entry. */
export function fileOf(entry: string): string | undefined {
  const [, folder, sum] = /^files\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(entry) ?? [];
  return sum?.startsWith(folder ?? '-') ? sum : undefined;
}
