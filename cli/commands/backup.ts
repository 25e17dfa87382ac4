import { join, resolve } from 'node:path';
import { backup as writeBackup } from '#platform/backup/backup.ts';
import type { Command } from '../command.ts';
import { placeOf } from '../place.ts';
import { showing } from '../progress.ts';

/** Backs the data up into a file, by default one named by the instant under the data folder. */
export const backup: Command = {
  options: {},
  names: 1,
  async run({ terminal, environment, names }) {
    const { say } = terminal;
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const file = names[0]
      ? resolve(names[0])
      : join(environment.dataFolder, 'backups', `indimaj-${stamp}.indimaj`);
    const { damaged } = await showing(
      terminal,
      say('platform_cli_backup_doing', { data: placeOf(environment) }),
      () => writeBackup(environment, file),
      ({ rows, files }) => say('platform_cli_backup_done', { file, rows, files }),
    );
    for (const where of damaged) terminal.note(say('platform_cli_backup_damaged', { where }));
    terminal.print(file);
    return 0;
  },
};
