import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { restore as restoreBackup } from '#platform/backup/restore.ts';
import { BackupRefusal } from '#platform/backup/format.ts';
import { sqliteFile } from '#platform/database/open.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { Misuse } from '../arguments.ts';
import type { Call, Command } from '../command.ts';
import { placeOf } from '../place.ts';
import { showing } from '../progress.ts';

/** Replaces the data by a backup, once the reader has confirmed it and the backup has been checked. */
export const restore: Command = {
  options: { yes: { type: 'boolean' } },
  names: 1,
  async run(call) {
    const { terminal, environment, names } = call;
    const { say, locale } = terminal;
    if (!names[0]) throw new Misuse('platform_cli_missing_file');
    const file = resolve(names[0]);
    if (!existsSync(file)) throw new BackupRefusal('missing');
    const data = placeOf(environment);
    if (!(await confirmed(call, file, data))) {
      terminal.note(say('platform_cli_restore_declined'));
      return 1;
    }
    const { aside } = await showing(
      terminal,
      say('platform_cli_restore_doing', { file }),
      () => restoreBackup(environment, file),
      ({ createdAt, rows }) => {
        const date = `${formatInstant(createdAt, 'UTC', locale)} UTC`;
        return say('platform_cli_restore_done', { date, data, rows });
      },
    );
    if (aside) terminal.note(say('platform_cli_restore_aside', { aside }));
    return 0;
  },
};

/** Asks before data are replaced; where nobody can answer, --yes must stand instead. */
async function confirmed(
  { terminal, environment, options }: Call,
  file: string,
  data: string,
): Promise<boolean> {
  const { say, input, notes } = terminal;
  const nothingThere = !environment.databaseUrl && !existsSync(sqliteFile(environment.dataFolder));
  if (options['yes'] || nothingThere) return true;
  if (!input.isTTY) throw new Misuse('platform_cli_restore_needs_yes', { data });
  const asking = createInterface({ input, output: notes });
  const answer = await asking.question(`${say('platform_cli_restore_question', { data, file })} `);
  asking.close();
  return /^(o|oui|y|yes|نعم)$/i.test(answer.trim());
}
