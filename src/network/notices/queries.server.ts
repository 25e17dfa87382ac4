import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { signed, signedText } from '#platform/secrets/token.ts';
import type { AccountRow, NoticeRhythm } from '../accounts/model.ts';
import { readAccount } from '../accounts/queries.server.ts';
import type { NoticeAbout, NoticeLine, NoticeRow } from './model.ts';

/** A notice as whoever words it gets it. */
export interface Notice {
  kind: string;
  record: { kind: RecordKind; id: string };
  about: NoticeAbout;
}

/**
 * Words a kind of notice for a reader; null where there is nothing to tell any more: the record is gone, no longer the
 * reader's to see, or has moved on. A capability gives one for each of its kinds, in `reactions.server.ts`.
 */
export type NoticeWriter = (
  db: Source,
  notice: Notice,
  reader: { actor: Actor; locale: Locale },
) => Promise<NoticeLine | null>;

/** The writers of every kind of notice, by kind; put together in `src/server.ts`. */
export type NoticeWriters = Readonly<Record<string, NoticeWriter>>;

/** The accounts for which something waits, how often each is told, and since when the oldest waits. */
export function listAwaiting(db: Source): Promise<{ id: string; rhythm: NoticeRhythm; oldest: string }[]> {
  return db
    .selectFrom('notices')
    .innerJoin('accounts', 'accounts.id', 'notices.account_id')
    .select(({ fn }) => [
      'accounts.id',
      'accounts.notices as rhythm',
      fn.min('notices.created_at').as('oldest'),
    ])
    .where('notices.settled_at', 'is', null)
    .groupBy(['accounts.id', 'accounts.notices'])
    .orderBy('accounts.id')
    .execute();
}

/** What waits for an account and came until an instant, in the order it came. */
export function listWaiting(db: Source, accountId: string, until: string): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('settled_at', 'is', null)
    .where('created_at', '<=', until)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

const secretOf = (secrets: Secrets) => secrets.generated('notice-links');

/** What the link in a letter shows instead of a session: it says how often its account is told, and nothing else. */
export function rhythmToken(secrets: Secrets, accountId: string): string {
  return signed(secretOf(secrets), accountId);
}

/** The account whose letter a link stood in, as long as it may sign in. */
export async function readByRhythmToken(
  db: Source,
  secrets: Secrets,
  token: string,
): Promise<AccountRow | undefined> {
  const id = signedText(secretOf(secrets), token);
  const account = id === null ? undefined : await readAccount(db, id);
  return account?.status === 'active' ? account : undefined;
}
