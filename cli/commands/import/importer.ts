import type { ParseArgsOptionsConfig } from 'node:util';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import type { Call, Terminal } from '../../command.ts';

/** What one noun's import knows of its files; the command reads them, opens the database and closes it. */
export interface Importer {
  /** Options of its own, beside --apply. */
  options: ParseArgsOptionsConfig;
  /** The size of a file at most, in bytes; one byte more is read, so that the import sees it is too large. */
  bytes: number;
  /** Reads its options before anything is opened. @throws Misuse */
  prepare(options: Call['options']): Run;
}

/** Previews or applies one file, and shows what came of it. */
export type Run = (given: {
  db: Database;
  actor: Actor;
  bytes: Uint8Array;
  /** The file's name, as the reader wrote it. */
  file: string;
  apply: boolean;
  terminal: Terminal;
}) => Promise<{ refused: boolean }>;

/** More sentences than this tell nothing new; the preview has them all. */
const MOST_SENTENCES = 50;

/** Prints a preview as JSON on standard output, and in words on standard error what is refused. */
export function show(preview: object, refusals: readonly string[], { say, print, note }: Terminal): void {
  print(plain(JSON.stringify(preview, null, 2)));
  for (const sentence of refusals.slice(0, MOST_SENTENCES)) note(sentence);
  const more = refusals.length - MOST_SENTENCES;
  if (more > 0) note(say('platform_cli_import_more', { count: more }));
  if (refusals.length > 0) note(say('platform_cli_import_refused', { refused: refusals.length }));
}

/** JSON escapes control characters below U+0020; a terminal also obeys those above U+007E and reversals. */
export function plain(json: string): string {
  return json.replace(
    /[\u007f-\u009f\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
