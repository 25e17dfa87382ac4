import { roles, systemActor, type Role } from '#platform/actor/actor.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Environment } from '#platform/environment/environment.ts';
import { isLocale, locales } from '#platform/locale/locale.ts';
import { scopesOf } from '#network/grants/model.ts';
import { createInvitation } from '#network/invitations/changes.server.ts';
import { Misuse } from '../../arguments.ts';
import type { Verb } from './verb.ts';

/** Roles that are held on the whole network: what the owner of the machine invites to. */
const networkRoles = roles.filter((role) => scopesOf[role].includes('network'));

/** Sends an invitation and prints its link as well: mail may not be set up yet. */
export const invite: Verb = {
  options: { role: { type: 'string' }, name: { type: 'string' }, language: { type: 'string' } },
  prepare([email, ...more], options) {
    const role = options['role'] as Role;
    if (email === undefined || more.length > 0)
      throw new Misuse('platform_cli_user_no_address', { name: 'invite' });
    if (!networkRoles.includes(role))
      throw new Misuse('platform_cli_user_role', { known: networkRoles.join(', ') });
    const language = options['language'];
    if (language !== undefined && !isLocale(language))
      throw new Misuse('platform_cli_export_language', { known: locales.join(', ') });
    const name = typeof options['name'] === 'string' ? options['name'] : email;
    return async ({ db, terminal, environment }) => {
      const locale = language ?? terminal.locale;
      const invited = { name, email, locale, role, scope: 'network', on: 'network' } as const;
      const sending = { clock: systemClock, publicUrl: publicUrlOf(environment), place: '' };
      const outcome = await createInvitation(db, systemActor('user'), invited, sending);
      if (!outcome.ok) {
        terminal.note(terminal.say('platform_cli_user_not_invited', { email, name }));
        return 1;
      }
      terminal.note(terminal.say('platform_cli_user_invited', { email }));
      terminal.print(outcome.href);
      return 0;
    };
  },
};

/** Where the node is reached; without INDIMAJ_URL on this machine, at the port that is asked for. */
export function publicUrlOf({ publicUrl, port }: Environment): string {
  return publicUrl ?? `http://localhost:${port}`;
}
