import { streamCsv } from '#formats/csv/stream.ts';
import { TableRefusal } from '#formats/table/model.ts';
import type { unreadRows } from '../conversations/model.ts';
import { FileRefusal, Repeated, type Problems } from '../conversation-problems/model.ts';
import { columnName } from './model.ts';

/** A file as its bytes come. */
export interface SourceFile {
  name: string;
  /** How many bytes it has, where that is known. */
  bytes?: number | undefined;
  chunks(): AsyncIterable<Uint8Array>;
}

/** One file that is being read, and who hears of it. */
export interface Reading {
  file: SourceFile;
  problems: Problems;
  signal?: AbortSignal | undefined;
  watch?: ((progress: ReadingProgress) => void) | undefined;
}

/** How far reading has come within a file. */
export interface ReadingProgress {
  file: string;
  bytes: number;
  total: number | undefined;
  rows: number;
}

/** Why a row is not read: what stands there, and what else its sentence names. */
export interface RowFault {
  word: (typeof unreadRows)[number];
  value: string;
  values?: Record<string, string | number>;
}

/** What a file's rows are made of. */
export interface Shape<Needed extends string, Optional extends string> {
  columns: readonly Needed[];
  optional: readonly Optional[];
  /** Other names of columns. */
  aliases?: Readonly<Record<string, Needed | Optional>>;
  /** Whether its fields hold words, whose characters might be lost; so do texts of several lines. */
  texts?: boolean;
  /** Whether a text may run over several lines, and how many characters a row may have. */
  multiline: boolean;
  longest: number;
  rows: { most: number; kind: string };
  /** Hears all columns' names. @throws FileRefusal */
  header?(names: string[]): void;
  /**
   * @param at the place of each column; -1 for one that is absent
   * @returns why the row is not read, or null. @throws FileRefusal
   */
  row(fields: string[], at: Record<Needed | Optional, number>, line: number): RowFault | null;
}

/**
 * Reads the rows of a file; those that are none of its shape are named by their line and left out.
 * @throws FileRefusal where nothing of the file is to be read, or no more of it; the signal's reason
 */
export async function readTable<Needed extends string, Optional extends string>(
  { file, problems, signal, watch }: Reading,
  shape: Shape<Needed, Optional>,
): Promise<{ read: number; unread: number }> {
  const counts = { read: 0, unread: 0 };
  let header: { width: number; at: Record<Needed | Optional, number> } | null = null;
  const unknown = new Repeated('unknown_participant');
  const left = (line: number, word: RowFault['word'], values: Record<string, string | number> = {}) => {
    counts.unread += 1;
    if (word === 'unknown_participant') unknown.add(line, values);
    else problems.add(word, file.name, line, values);
  };
  const bounded = () => {
    if (counts.read + counts.unread >= shape.rows.most)
      throw new FileRefusal('too_many_rows', { limit: shape.rows.most });
  };
  try {
    const { encoding, bytes } = await streamCsv(
      watched(file, signal),
      {
        multiline: shape.multiline,
        longest: shape.longest,
        fault(fault, line) {
          if (!header) throw new FileRefusal('missing_column', { columns: shape.columns.join(', ') });
          bounded();
          left(line, fault === 'quote' ? 'quote' : 'line_too_long');
        },
        record(fields, line) {
          if (!header) {
            header = headerOf(fields, shape);
            return;
          }
          bounded();
          if (!fits(fields, header.width))
            return left(line, 'fields', { count: fields.length, expected: header.width });
          const fault = shape.row(fields, header.at, line);
          if (fault) return left(line, fault.word, { value: fault.value, ...fault.values });
          counts.read += 1;
          if ((shape.multiline || shape.texts) && fields.some((field) => field.includes('\ufffd')))
            problems.add('undecoded', file.name, line);
        },
      },
      (bytes) => watch?.({ file: file.name, bytes, total: file.bytes, rows: counts.read }),
    );
    if (bytes === 0 || !header) throw new FileRefusal('empty');
    if (encoding.startsWith('windows')) problems.add('encoding', file.name, null, { encoding });
  } catch (error) {
    throw asRefusal(error);
  }
  unknown.tell(problems, file.name);
  return counts;
}

async function* watched(file: SourceFile, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.chunks()) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

function headerOf<Needed extends string, Optional extends string>(
  fields: string[],
  { columns, optional, aliases, header }: Shape<Needed, Optional>,
) {
  const names = fields.map(columnName).map((name) => aliases?.[name] ?? name);
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new FileRefusal('missing_column', { columns: missing.join(', ') });
  const all = [...columns, ...optional];
  const twice = all.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw new FileRefusal('doubled_column', { column: twice });
  header?.(names);
  return {
    width: fields.length,
    at: Object.fromEntries(all.map((name) => [name, names.indexOf(name)])) as Record<
      Needed | Optional,
      number
    >,
  };
}

/** As many fields as the header has; what spreadsheets add at the end is empty. */
function fits(fields: string[], width: number): boolean {
  if (fields.length <= width) return fields.length === width;
  return fields.slice(width).every((field) => field.trim() === '');
}

/** What a disk answers often enough to have words of its own. */
const diskWords: Partial<Record<string, 'folder' | 'not_allowed' | 'missing'>> = {
  EISDIR: 'folder',
  EACCES: 'not_allowed',
  EPERM: 'not_allowed',
  ENOENT: 'missing',
  ELOOP: 'missing',
};

/** A disk's own errors are refusals as well. */
function asRefusal(error: unknown): unknown {
  if (error instanceof TableRefusal) return new FileRefusal('binary');
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const word = diskWords[code];
  return word ? new FileRefusal(word) : new FileRefusal('unreadable', { code });
}
