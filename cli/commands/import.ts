import { createReadStream, existsSync } from 'node:fs';
import {
  describeProblem,
  importTerritories,
  listLimits,
  parentLevels,
  previewTerritories,
  type ImportPreview,
  type ParentLevel,
} from '#network/territories/imports.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase, sqliteFile } from '#platform/database/open.ts';
import { Misuse } from '../arguments.ts';
import type { Call, Command, Terminal } from '../command.ts';

/** More sentences than this tell nothing new; the preview has them all. */
const MOST_SENTENCES = 50;

/**
 * Brings a file's records in: a preview as JSON on standard output, what is refused in words on standard error.
 * Writes only with --apply, and then all or nothing.
 */
export const importFile: Command = {
  options: { apply: { type: 'boolean' }, 'parent-level': { type: 'string' } },
  names: 2,
  async run({ terminal, environment, options, names: [what = '', file] }) {
    if (what !== 'territories') throw new Misuse('platform_cli_import_what', { name: what });
    if (file === undefined) throw new Misuse('platform_cli_import_no_file');
    const parentLevel = levelOf(options);
    const bytes = await firstBytes(file, listLimits.bytes + 1);
    if (!bytes) {
      terminal.note(terminal.say('platform_cli_import_unreadable', { file }));
      return 1;
    }
    const apply = options['apply'] === true;
    // A preview makes nothing, not even an empty database.
    if (!apply && !environment.databaseUrl && !existsSync(sqliteFile(environment.dataFolder))) {
      terminal.note(terminal.say('platform_cli_import_no_data'));
      return 1;
    }
    const db = openDatabase(environment);
    try {
      if (apply) await migrate(db);
      const preview = apply
        ? await importTerritories(db, systemActor('import'), bytes, { parentLevel })
        : await previewTerritories(db.reader, bytes, { parentLevel });
      show(preview, terminal);
      return preview.refused.length > 0 ? 1 : 0;
    } finally {
      await db.close();
    }
  },
};

function levelOf(options: Call['options']): ParentLevel {
  const named = options['parent-level'] ?? 'region';
  const level = parentLevels.find((level) => level === named);
  if (!level) throw new Misuse('platform_cli_import_level', { known: parentLevels.join(', ') });
  return level;
}

/** The first bytes of a file, enough to see that it is too large; null where it can't be read. */
async function firstBytes(file: string, most: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { end: most - 1 })) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function show(preview: ImportPreview, { locale, say, print, note }: Terminal): void {
  print(plain(JSON.stringify(preview, null, 2)));
  const { create, existing, leftOut, refused, format, applied } = preview;
  for (const problem of refused.slice(0, MOST_SENTENCES)) note(describeProblem(problem, format, locale));
  const more = refused.length - MOST_SENTENCES;
  if (more > 0) note(say('platform_cli_import_more', { count: more }));
  const counts = { create: create.length, existing: existing.length, left: leftOut.length };
  if (refused.length > 0) note(say('platform_cli_import_refused', { refused: refused.length }));
  else note(say(applied ? 'platform_cli_import_done' : 'platform_cli_import_preview', counts));
}

/** JSON escapes control characters below U+0020; a terminal also obeys those above U+007E and reversals. */
function plain(json: string): string {
  return json.replace(
    /[\u007f-\u009f\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
