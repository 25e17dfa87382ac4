import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { organisationsCsv, organisationsXlsx } from '#network/organisation-lists/exports.server.ts';
import { peopleCsv, peopleXlsx } from '#network/person-lists/exports.server.ts';
import type { Source } from '#platform/database/database.ts';
import { openDatabase, sqliteFile } from '#platform/database/open.ts';
import { isLocale, locales, type Locale } from '#platform/locale/locale.ts';
import { Misuse } from '../arguments.ts';
import type { Call, Command } from '../command.ts';
import { exportArchive } from './archive.ts';

type Write = (db: Source, locale: Locale) => Promise<string | Uint8Array>;

/** What can be exported, by the word it is asked for with, and in which formats. */
const exporters: Record<string, Record<'xlsx' | 'csv', Write>> = {
  organisations: { xlsx: organisationsXlsx, csv: organisationsCsv },
  people: { xlsx: peopleXlsx, csv: peopleCsv },
};

/** Writes all records of a noun into a file that can be edited and imported again. */
export const exportFile: Command = {
  options: { language: { type: 'string' } },
  names: 2,
  async run(call) {
    const { terminal, environment, options, names } = call;
    const [what = '', file] = names;
    if (what === 'archive' && file !== undefined) return exportArchive(call, file);
    const exporter = Object.hasOwn(exporters, what) ? exporters[what] : undefined;
    if (!exporter && what !== 'archive') {
      const known = [...Object.keys(exporters), 'archive'].join(', ');
      throw new Misuse('platform_cli_export_what', { name: what, known });
    }
    if (file === undefined || !exporter) throw new Misuse('platform_cli_export_no_file', { name: what });
    const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase() as 'xlsx' | 'csv' | undefined;
    if (!format) throw new Misuse('platform_cli_export_format', { file });
    const locale = localeOf(options) ?? terminal.locale;
    if (!environment.databaseUrl && !existsSync(sqliteFile(environment.dataFolder))) {
      terminal.note(terminal.say('platform_cli_import_no_data'));
      return 1;
    }
    const db = openDatabase(environment);
    try {
      writeFileSync(file, await exporter[format](db.reader, locale));
    } finally {
      await db.close();
    }
    terminal.note(terminal.say('platform_cli_export_done', { file }));
    terminal.print(resolve(file));
    return 0;
  },
};

function localeOf({ language }: Call['options']): Locale | undefined {
  if (language === undefined || (typeof language === 'string' && isLocale(language))) return language;
  throw new Misuse('platform_cli_export_language', { known: locales.join(', ') });
}
