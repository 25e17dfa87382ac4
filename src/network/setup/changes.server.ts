import { timingSafeEqual } from 'node:crypto';
import { NETWORK, systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import { refused, type Outcome } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { hashOfToken } from '#platform/secrets/token.ts';
import type { SignIn } from '#platform/sign-in/model.ts';
import { writeAccount } from '../accounts/changes.server.ts';
import { hasAccounts } from '../accounts/queries.server.ts';
import { firstAccountInput, type FirstAccountInput } from '../accounts/schema.ts';

/** The name of the secret that stands in the set-up link. */
const SETUP = 'setup';

const program = systemActor('setup');

/** What setting a node up takes. */
export interface Setup {
  db: Database;
  secrets: Secrets;
  signIn(): Promise<SignIn>;
}

/** The token of the link that makes the first administrator; null once anybody has an account. */
export async function setupToken({ db, secrets }: Omit<Setup, 'signIn'>): Promise<string | null> {
  return (await hasAccounts(db.reader)) ? null : secrets.generated(SETUP);
}

/** Whether a token opens the set-up of this node: it is the node's own, and nobody has an account yet. */
export async function opensSetup({ db, secrets }: Omit<Setup, 'signIn'>, token: string): Promise<boolean> {
  const kept = secrets.read(SETUP);
  if (kept === undefined || (await hasAccounts(db.reader))) return false;
  // Hashes are of one length, whatever was sent.
  return timingSafeEqual(Buffer.from(hashOfToken(kept)), Buffer.from(hashOfToken(token)));
}

/**
 * Makes the first account of a node, its administrator; refused once there is any account, and where the token is not
 * the node's. The token is gone afterwards.
 */
export async function createFirstAccount(
  { db, secrets, signIn }: Setup,
  token: string,
  input: FirstAccountInput,
): Promise<Outcome<{ accountId: string }>> {
  const outcome = await db.exclusively('setup', async () => {
    const allowed = await opensSetup({ db, secrets }, token);
    return change(db, { allowed, schema: firstAccountInput, input }, async (tx, values) => {
      if (await hasAccounts(tx)) return refused('network_setup_closed');
      const accountId = await writeAccount(tx, program, values);
      const grant = {
        account_id: accountId,
        role: 'administrator',
        scope: 'network',
        on_id: NETWORK,
      } as const;
      await createRecord(tx, program, 'grants', { ...grant, given_by: program.id });
      return { accountId };
    });
  });
  // Somebody else is at it this very moment.
  if (!outcome) return refused('network_setup_closed');
  if (!outcome.ok)
    return outcome.reason === 'platform_refused_not_allowed' ? refused('network_setup_closed') : outcome;
  await (await signIn()).setPassword(outcome.accountId, input.password, null);
  secrets.write(SETUP, null);
  return outcome;
}
