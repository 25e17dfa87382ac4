import { createReadStream, existsSync } from 'node:fs';
import { systemActor } from '#platform/actor/actor.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase, sqliteFile } from '#platform/database/open.ts';
import { Misuse } from '../arguments.ts';
import type { Command } from '../command.ts';
import { importArchive } from './archive.ts';
import type { Importer } from './import/importer.ts';
import { organisations } from './import/organisations.ts';
import { people } from './import/people.ts';
import { programme } from './import/programme.ts';
import { territories } from './import/territories.ts';

/** What can be imported, by the word it is asked for with. */
const importers: Record<string, Importer> = { territories, organisations, people, programme };

/**
 * Brings a file's records in: a preview as JSON on standard output, what is refused in words on standard error.
 * Writes only with --apply, and then all or nothing; what was written is then told in counts, and record by
 * record with --verbose only.
 */
export const importFile: Command = {
  options: Object.assign(
    { apply: { type: 'boolean' }, verbose: { type: 'boolean' } },
    ...Object.values(importers).map(({ options }) => options),
  ),
  names: 2,
  async run(call) {
    const { terminal, environment, options, names } = call;
    const [what = '', file] = names;
    if (what === 'archive' && file !== undefined) return importArchive(call, file);
    const importer = Object.hasOwn(importers, what) ? importers[what] : undefined;
    if (!importer && what !== 'archive') {
      const known = [...Object.keys(importers), 'archive'].join(', ');
      throw new Misuse('platform_cli_import_what', { name: what, known });
    }
    if (file === undefined || !importer) throw new Misuse('platform_cli_import_no_file', { name: what });
    const run = importer.prepare(options);
    const bytes = await firstBytes(file, importer.bytes + 1);
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
      const brief = apply && options['verbose'] !== true;
      const { refused } = await run({
        db,
        actor: systemActor('import'),
        bytes,
        file,
        apply,
        terminal: brief ? { ...terminal, print: () => undefined } : terminal,
      });
      return refused ? 1 : 0;
    } finally {
      await db.close();
    }
  },
};

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
