import { migrate as migrateDatabase } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open.ts';
import type { Command } from '../command.ts';
import { showing } from '../progress.ts';

/** Brings the database's schema up to date. */
export const migrate: Command = {
  options: {},
  names: 0,
  async run({ terminal, environment }) {
    const { say } = terminal;
    const db = openDatabase(environment);
    try {
      await showing(
        terminal,
        say('platform_cli_migrate_doing'),
        () => migrateDatabase(db),
        (names) =>
          names.length > 0
            ? say('platform_cli_migrate_done', { names: names.join(', ') })
            : say('platform_cli_migrate_none'),
      );
      return 0;
    } finally {
      await db.close();
    }
  },
};
