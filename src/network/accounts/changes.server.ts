import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database, Target } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { SignIn } from '#platform/sign-in/model.ts';
import { LINK_SECONDS } from '#platform/sign-in/model.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayManageAccounts } from '../policy.ts';
import { signInLinkMail } from './mail.ts';
import { readAccountOf } from './queries.server.ts';
import { accountInput, type AccountInput } from './schema.ts';

/** What writing to an account takes. */
export interface Post {
  db: Database;
  clock: Clock;
  publicUrl: string;
  signIn(): Promise<SignIn>;
}

/**
 * Sends a link that signs in once, where an account that may sign in has this address; otherwise nothing. The
 * caller answers the same in both cases.
 * @param after where the link leads after signing in, an address of this site
 */
export async function requestSignInLink(
  { db, clock, publicUrl, signIn }: Post,
  { email, after, headers }: { email: string; after: string; headers: Headers },
): Promise<void> {
  const account = await readAccountOf(db.reader, email);
  const token = await (await signIn()).linkToken(email, headers);
  if (account?.status !== 'active' || token === null) return;
  const { locale, personal_name: name, personal_email: address } = account;
  const query = new URLSearchParams({ token, after });
  const href = `${publicUrl}${localized('/sign-in/link', locale)}?${query}`;
  await db.transaction((tx) =>
    queueMail(
      tx,
      {
        purpose: 'sign-in',
        to: { address, name },
        locale,
        ...signInLinkMail({ locale, name, href }),
        expiresAt: new Date(clock().getTime() + LINK_SECONDS * 1_000),
        accountId: account.id,
      },
      clock,
    ),
  );
}

/** Makes an account, without any role yet; refused where the address has one. */
export function createAccount(target: Target, actor: Actor, input: AccountInput) {
  return change(
    target,
    { allowed: mayManageAccounts(actor), schema: accountInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'accounts', {
        personal_name: values.name,
        personal_email: values.email.toLowerCase(),
        email_verified: 1,
        image: null,
        status: 'active',
        locale: values.locale,
        notices: 'weekly',
        person_id: null,
        demonstration: values.demonstration ? 1 : 0,
      }),
    }),
  );
}
