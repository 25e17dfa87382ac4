import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { SignIn } from './model.ts';
import { listProviders, usable } from './providers.ts';

/** The name of the secret that signs session cookies. */
const SECRET = 'sign-in';

interface Given {
  db: Database;
  log: Log;
  publicUrl: string;
  secrets: Secrets;
}

/**
 * The ways in, opened by the first who asks: the library takes memory that readers of public pages never need.
 * Opened anew where the identity providers have changed since.
 */
export function signInWhenAsked({ db, log, publicUrl, secrets }: Given): () => Promise<SignIn> {
  let opened: { from: string; signIn: Promise<SignIn> } | undefined;
  return async () => {
    const settings = await listProviders(db.reader);
    const from = JSON.stringify(settings);
    if (opened?.from !== from) {
      const signIn = import('./sign-in.ts').then(({ openSignIn }) =>
        openSignIn({
          db,
          log,
          publicUrl,
          name: 'Indimaj',
          secret: secrets.generated(SECRET),
          providers: usable(settings, secrets),
        }),
      );
      opened = { from, signIn };
    }
    return opened.signIn;
  };
}
