import { createHash, type Hash } from 'node:crypto';
import { BackupRefusal, FORMAT, sha256, VERSION, type Footer, type Header } from './format.ts';
import { linesOf } from './lines.ts';

/** How many rows are handed on at once. */
const AT_ONCE = 200;

/** A part of a backup, in the order of the file. */
export type Part =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'rows'; table: string; from: number; rows: unknown[][] }
  | { kind: 'file'; sha256: string; bytes: Buffer }
  | { kind: 'end'; rows: number };

/** A part that concerns the database. */
export type DatabasePart = Exclude<Part, { kind: 'file' }>;

/**
 * Reads a backup. Its sums are known at its end only: nothing that was read may be used before the `end`.
 * @throws BackupRefusal where the file is no backup, is newer, incomplete or damaged.
 */
export async function* readBackup(file: string): AsyncIterable<Part> {
  const sums = new Map<string, { rows: number; sum: Hash }>();
  let header: string | undefined;
  let table: string | undefined;
  let batch: unknown[][] = [];
  let footer: Footer | undefined;
  let files = 0;
  const handOn = (name: string): Part => {
    const from = sums.get(name)!.rows - batch.length + 1;
    const part: Part = { kind: 'rows', table: name, from, rows: batch };
    batch = [];
    return part;
  };
  for await (const bytes of linesOf(file)) {
    if (footer) throw new BackupRefusal('corrupt', 'after the end');
    const value = parsed(bytes, header === undefined);
    if (header === undefined) {
      header = sha256(bytes);
      yield { kind: 'header', header: checkedHeader(value) };
    } else if (Array.isArray(value)) {
      const sum = table === undefined ? undefined : sums.get(table);
      if (!sum) throw new BackupRefusal('corrupt', 'a row before its table');
      sum.sum.update(bytes);
      sum.rows += 1;
      batch.push(value);
      if (batch.length === AT_ONCE) yield handOn(table!);
    } else {
      if (batch.length > 0) yield handOn(table!);
      if (isFooter(value)) footer = value;
      else if (isFile(value)) {
        // A file bears its own sum, and is known to be whole before it is handed on.
        const content = Buffer.from(value.base64, 'base64');
        if (sha256(content) !== value.file) throw new BackupRefusal('corrupt', `files/${value.file}`);
        files += 1;
        yield { kind: 'file', sha256: value.file, bytes: content };
      } else {
        const next = checkedTable(value);
        if (sums.has(next.table)) throw new BackupRefusal('corrupt', next.table);
        table = next.table;
        sums.set(table, { rows: 0, sum: createHash('sha256') });
        yield next;
      }
    }
  }
  if (!footer) throw new BackupRefusal(header === undefined ? 'foreign' : 'truncated');
  if ((footer.files ?? 0) !== files) throw new BackupRefusal('corrupt', 'files');
  if (footer.header !== header) throw new BackupRefusal('corrupt', 'header');
  yield { kind: 'end', rows: checkedSums(sums, footer.complete) };
}

function parsed(bytes: Buffer, first: boolean): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BackupRefusal(first ? 'foreign' : 'corrupt', 'a line that is not JSON');
  }
}

function checkedHeader(value: unknown): Header {
  const header = value as Header;
  if (typeof value !== 'object' || value === null || header.format !== FORMAT)
    throw new BackupRefusal('foreign');
  if (!Number.isInteger(header.version)) throw new BackupRefusal('corrupt', 'version');
  if (header.version > VERSION) throw new BackupRefusal('newer', `version ${header.version}`);
  const { migrations, createdAt } = header;
  const named = Array.isArray(migrations) && migrations.every((step) => typeof step?.name === 'string');
  if (!named || typeof createdAt !== 'string') throw new BackupRefusal('corrupt', 'header');
  return header;
}

function checkedTable(value: unknown): Part & { kind: 'table' } {
  const { table, columns } = (value ?? {}) as { table?: unknown; columns?: unknown };
  if (typeof table !== 'string' || !Array.isArray(columns)) throw new BackupRefusal('corrupt', 'a line');
  return { kind: 'table', table, columns };
}

function isFile(value: unknown): value is { file: string; base64: string } {
  const { file, base64 } = (value ?? {}) as { file?: unknown; base64?: unknown };
  return typeof file === 'string' && typeof base64 === 'string';
}

function isFooter(value: unknown): value is Footer {
  return (
    typeof value === 'object' && value !== null && 'complete' in value && typeof value.complete === 'object'
  );
}

function checkedSums(sums: Map<string, { rows: number; sum: Hash }>, complete: Footer['complete']): number {
  const expected = new Map(Object.entries(complete ?? {}));
  if (expected.size !== sums.size) throw new BackupRefusal('corrupt', 'tables');
  let all = 0;
  for (const [table, { rows, sum }] of sums) {
    const { rows: counted, sha256: kept } = expected.get(table) ?? {};
    if (counted !== rows || kept !== sum.digest('hex')) throw new BackupRefusal('corrupt', table);
    all += rows;
  }
  return all;
}
