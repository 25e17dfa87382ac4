import { existsSync } from 'node:fs';
import { openDatabase, sqliteFile } from '#platform/database/open.ts';
import { Misuse } from '../arguments.ts';
import type { Command } from '../command.ts';
import { erase } from './user/erase.ts';
import { exportUser } from './user/export.ts';
import { invite } from './user/invite.ts';
import { link } from './user/link.ts';
import { list } from './user/list.ts';
import type { Verb } from './user/verb.ts';

/** What can be done about an account, by the word it is asked for with. */
const verbs: Record<string, Verb> = { list, invite, link, export: exportUser, erase };

/** Does one thing about one account, named by its mail address. */
export const user: Command = {
  options: Object.assign({}, ...Object.values(verbs).map(({ options }) => options)),
  names: 3,
  async run({ terminal, environment, options, names: [what = '', ...names] }) {
    const verb = Object.hasOwn(verbs, what) ? verbs[what] : undefined;
    if (!verb) {
      const known = Object.keys(verbs).join(', ');
      throw new Misuse('platform_cli_user_what', { name: what, known });
    }
    const run = verb.prepare(names, options);
    if (!environment.databaseUrl && !existsSync(sqliteFile(environment.dataFolder))) {
      terminal.note(terminal.say('platform_cli_import_no_data'));
      return 1;
    }
    const db = openDatabase(environment);
    try {
      return await run({ db, terminal, environment });
    } finally {
      await db.close();
    }
  },
};
