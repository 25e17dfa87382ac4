import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database, Target, Transaction } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { SignIn } from '#platform/sign-in/model.ts';
import { LINK_SECONDS } from '#platform/sign-in/model.ts';
import { endSessions } from '#platform/sign-in/sessions.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { hasOtherAdministrator, listAllRolesOf } from '../grants/queries.server.ts';
import { mayManageAccounts } from '../policy.ts';
import { signInLinkMail } from './mail.ts';
import { maySuspend } from './policy.ts';
import { readAccount, readAccountOf } from './queries.server.ts';
import { accountInput, accountStanding, type AccountInput, type AccountStanding } from './schema.ts';

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
  const href = linkOf(publicUrl, locale, { token, after });
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

/**
 * A link that signs in once, for the owner of the machine to hand over.
 * @returns null where no account that may sign in has the address
 */
export async function createSignInLink(
  { db, publicUrl, signIn }: Omit<Post, 'clock'>,
  email: string,
): Promise<string | null> {
  const account = await readAccountOf(db.reader, email);
  if (account?.status !== 'active') return null;
  const token = await (await signIn()).linkToken(account.personal_email, new Headers());
  return token && linkOf(publicUrl, account.locale, { token });
}

function linkOf(publicUrl: string, locale: Locale, query: Record<string, string>): string {
  return `${publicUrl}${localized('/sign-in/link', locale)}?${new URLSearchParams(query)}`;
}

/** Makes an account, without any role yet; refused where the address has one. */
export function createAccount(target: Target, actor: Actor, input: AccountInput) {
  return change(
    target,
    { allowed: mayManageAccounts(actor), schema: accountInput, input },
    async (tx, values) => ({ id: await writeAccount(tx, actor, values) }),
  );
}

/** Writes an account whose right to be has been shown: an administrator made it, or an invitation was accepted. */
export function writeAccount(
  tx: Transaction,
  actor: Actor,
  { name, email, locale, demonstration = false }: AccountInput,
  clock?: Clock,
): Promise<string> {
  const values = {
    personal_name: name,
    personal_email: email.toLowerCase(),
    email_verified: 1,
    image: null,
    status: 'active',
    locale,
    notices: 'weekly',
    person_id: null,
    proposed_person_id: null,
    demonstration: demonstration ? 1 : 0,
  } as const;
  return createRecord(tx, actor, 'accounts', values, clock);
}

/** Suspends an account, whose sessions end at once, or lets it sign in again; refused for the last administrator. */
export function changeAccountStanding(target: Target, actor: Actor, input: AccountStanding) {
  return change(
    target,
    { allowed: mayManageAccounts(actor), schema: accountStanding, input },
    async (tx, { id, version, status }): Promise<{ id: string } | Refusal> => {
      const account = await readAccount(tx, id);
      if (!account || account.status === 'erased') return refused(refusals.missing);
      const grants = await listAllRolesOf(tx, [id]);
      if (!maySuspend(actor, { id, grants })) return refused(refusals.notAllowed);
      const administers = grants.some(({ role }) => role === 'administrator');
      if (status === 'suspended' && administers && !(await hasOtherAdministrator(tx, id)))
        return refused('network_problem_last_administrator');
      await updateRecord(tx, actor, 'accounts', id, { status }, { version });
      if (status === 'suspended') await endSessions(tx, id);
      return { id };
    },
  );
}
