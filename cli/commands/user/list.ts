import { systemActor } from '#platform/actor/actor.ts';
import { listAccounts } from '#network/accounts/queries.server.ts';
import { listAllRolesOf } from '#network/grants/queries.server.ts';
import type { Verb } from './verb.ts';

/** How many accounts are read at a time. */
const AT_ONCE = 500;

/** One account a line: its address, whether it may sign in, its roles with the ids of what they are held on. */
export const list: Verb = {
  options: {},
  prepare:
    () =>
    async ({ db, terminal }) => {
      for (let offset = 0; ; offset += AT_ONCE) {
        const accounts = await listAccounts(db.reader, systemActor('user'), { offset, most: AT_ONCE });
        const grants = await listAllRolesOf(
          db.reader,
          accounts.map(({ id }) => id),
        );
        for (const { id, personal_email, status } of accounts) {
          const held = grants
            .filter(({ account_id }) => account_id === id)
            .map(({ role, scope, on_id }) => (scope === 'network' ? role : `${role}@${scope}:${on_id}`));
          terminal.print([personal_email, status, held.join(' ')].join('\t').trimEnd());
        }
        if (accounts.length < AT_ONCE) return 0;
      }
    },
};
