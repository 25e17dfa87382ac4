import { readAccountOf } from '#network/accounts/queries.server.ts';
import { eraseAccount } from '#network/erasures/changes.server.ts';
import { personOf } from '#network/personal-data/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { collectRemains } from '#platform/personal-data/collect.ts';
import { personalData } from '../../../src/server.ts';
import type { Key } from '../../language.ts';
import { Misuse } from '../../arguments.ts';
import type { Verb } from './verb.ts';

/** Erases the person behind an account: says first what will remain, and does it only with --yes. */
export const erase: Verb = {
  options: { yes: { type: 'boolean' } },
  prepare([mail, surplus], options) {
    if (mail === undefined) throw new Misuse('platform_cli_user_erase_names');
    if (surplus !== undefined) throw new Misuse('platform_cli_too_many', { name: surplus });
    return async ({ db, terminal: { say, note } }) => {
      const account = await readAccountOf(db.reader, mail);
      if (!account) {
        note(say('platform_cli_user_none', { mail }));
        return 1;
      }
      const remains = await collectRemains(db.reader, personalData, personOf(account));
      for (const { reason, count } of remains) note(say(remaining[reason]!, { count }));
      if (options['yes'] !== true) {
        note(say('platform_cli_user_erase_sure'));
        return 1;
      }
      const outcome = await eraseAccount(db, systemActor('erasure'), account.id, personalData);
      if (!outcome.ok) {
        note(say(refusals[outcome.reason] ?? 'platform_cli_user_refused'));
        return 1;
      }
      note(say('platform_cli_user_erased'));
      return 0;
    };
  },
};

const remaining: Record<string, Key> = {
  network_remains_changes: 'platform_cli_user_remains_changes',
  network_remains_settings: 'platform_cli_user_remains_settings',
  network_remains_person: 'platform_cli_user_remains_person',
};

const refusals: Record<string, Key> = {
  network_erasure_last_administrator: 'platform_cli_user_last_administrator',
  network_erasure_demonstration: 'platform_cli_user_demonstration',
};
