import { silentLog } from '#platform/log/log.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { signInWhenAsked } from '#platform/sign-in/open.ts';
import { createSignInLink } from '#network/accounts/changes.server.ts';
import { Misuse } from '../../arguments.ts';
import { publicUrlOf } from './invite.ts';
import type { Verb } from './verb.ts';

/** Prints a link that signs in once, for whoever can't get one by mail. */
export const link: Verb = {
  options: {},
  prepare([email, ...more]) {
    if (email === undefined || more.length > 0)
      throw new Misuse('platform_cli_user_no_address', { name: 'link' });
    return async ({ db, terminal, environment }) => {
      const publicUrl = publicUrlOf(environment);
      const secrets = openSecrets(environment.dataFolder);
      const signIn = signInWhenAsked({ db, log: silentLog, publicUrl, secrets });
      const href = await createSignInLink({ db, publicUrl, signIn }, email);
      if (href === null) {
        terminal.note(terminal.say('platform_cli_user_unknown', { email }));
        return 1;
      }
      terminal.note(terminal.say('platform_cli_user_link'));
      terminal.print(href);
      return 0;
    };
  },
};
