import { openSync, closeSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAccountOf } from '#network/accounts/queries.server.ts';
import { personOf } from '#network/personal-data/queries.server.ts';
import { collectHeld, exportDocument } from '#platform/personal-data/collect.ts';
import { personalData } from '../../../src/server.ts';
import { Misuse } from '../../arguments.ts';
import type { Verb } from './verb.ts';

/** Writes everything the node holds about an account into a file that only its owner can read. */
export const exportUser: Verb = {
  options: {},
  prepare([mail, file]) {
    if (mail === undefined || file === undefined) throw new Misuse('platform_cli_user_export_names');
    return async ({ db, terminal, environment }) => {
      const account = await readAccountOf(db.reader, mail);
      if (!account) {
        terminal.note(terminal.say('platform_cli_user_none', { mail }));
        return 1;
      }
      const lists = await collectHeld(db.reader, personalData, personOf(account));
      const document = exportDocument(lists, {
        at: new Date().toISOString(),
        node: environment.publicUrl ?? '',
      });
      const handle = openSync(file, 'wx', 0o600);
      try {
        writeFileSync(handle, document);
      } finally {
        closeSync(handle);
      }
      terminal.note(terminal.say('platform_cli_user_exported', { file }));
      terminal.print(resolve(file));
      return 0;
    };
  },
};
