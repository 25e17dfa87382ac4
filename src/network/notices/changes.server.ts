import { afterCommits } from '#platform/journal/after-commits.ts';
import { localized } from '#platform/locale/address.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Database, Target, Transaction } from '#platform/database/database.ts';
import type { Log } from '#platform/log/log.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { newId } from '#platform/records/uuid.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { AccountRow } from '../accounts/model.ts';
import { readAccount, readVisitor, type Visitor } from '../accounts/queries.server.ts';
import { noticesMail } from './mail.ts';
import { NOTICES_KEPT, toldUntil, type NoticeAbout, type NoticeLine, type NoticeRow } from './model.ts';
import {
  listAwaiting,
  listWaiting,
  readByRhythmToken,
  rhythmToken,
  type NoticeWriters,
} from './queries.server.ts';
import { rhythmChange, type RhythmChange } from './schema.ts';

/** What an account is to be told of. */
export interface ToTell {
  /** The account's id. */
  account: string;
  /** Which writer words it. */
  kind: string;
  record: { kind: RecordKind; id: string };
  /** What the writer needs besides the record: ids and words of the program, no datum of a person. */
  about?: NoticeAbout;
  /** Tells several occasions of one kind and record apart, such as the record's version. */
  once?: string | number;
  /** Who did it; nobody is told of what they did themselves. */
  by?: string;
}

/**
 * Queues a notice within the transaction of what it tells of, so that it is told if and only if that commits: at once
 * or in the account's next digest. Nothing is queued twice for one occasion, for who wants no notices or may not sign
 * in, for who did it, or for who is no account.
 */
export async function notify(
  tx: Transaction,
  { account: id, kind, record, about = {}, once = '', by }: ToTell,
  clock: Clock = systemClock,
): Promise<void> {
  if (id === by) return;
  const account = await readAccount(tx, id);
  if (account?.status !== 'active' || account.notices === 'none') return;
  await tx
    .insertInto('notices')
    .values({
      id: newId(),
      account_id: id,
      kind,
      record_kind: record.kind,
      record_id: record.id,
      about: JSON.stringify(about),
      once_key: [id, kind, record.id, once].join(' '),
      created_at: instant(clock),
      settled_at: null,
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute();
}

/**
 * Takes back what waits to be told an account of one kind and record, as something later tells it as well, or undoes it.
 * @returns what the first of these notices holds besides the record; null where none waits
 */
export async function takeBack(
  tx: Transaction,
  { account, kind, record }: Pick<ToTell, 'account' | 'kind' | 'record'>,
  clock: Clock = systemClock,
): Promise<NoticeAbout | null> {
  const waiting = await tx
    .updateTable('notices')
    .set({ settled_at: instant(clock) })
    .where('account_id', '=', account)
    .where('kind', '=', kind)
    .where('record_id', '=', record.id)
    .where('settled_at', 'is', null)
    .returning(['id', 'created_at', 'about'])
    .execute();
  const [first] = waiting.toSorted(
    (a, b) => a.created_at.localeCompare(b.created_at) || a.id.localeCompare(b.id),
  );
  return first ? (JSON.parse(first.about) as NoticeAbout) : null;
}

/** What telling takes. */
export interface Telling {
  writers: NoticeWriters;
  publicUrl: string;
  secrets: Secrets;
  clock: Clock;
}

/**
 * Writes the letters that are due: one a notice for who is told each time, else one for all that was gathered. Each
 * notice is settled in the transaction that queues its letter, by one process of the node at a time. Whatever goes wrong
 * with one account's letters keeps no other account waiting.
 * @returns how many letters
 * @throws once all others are written, what went wrong
 */
export async function tellDue(db: Database, telling: Telling): Promise<number> {
  const failures: unknown[] = [];
  const count = await db.exclusively('notices', async () => {
    let letters = 0;
    for (const { id, rhythm, oldest } of await listAwaiting(db.reader)) {
      const until = toldUntil(rhythm, telling.clock());
      if (until !== null && oldest > until.toISOString()) continue;
      try {
        letters += await tell(db, id, telling);
      } catch (error) {
        failures.push(error);
      }
    }
    return letters;
  });
  if (failures.length > 0) throw failures.length > 1 ? new AggregateError(failures) : failures[0];
  return count ?? 0;
}

function tell(db: Database, accountId: string, telling: Telling): Promise<number> {
  const now = telling.clock();
  return db.transaction(async (tx) => {
    const visitor = await readVisitor(tx, accountId, telling.clock);
    const until = visitor ? toldUntil(visitor.account.notices, now) : null;
    const notices = await listWaiting(tx, accountId, (until ?? now).toISOString());
    const ids = notices.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.updateTable('notices').set({ settled_at: now.toISOString() }).where('id', 'in', ids).execute();
    // Whoever was suspended, or wants none any more, is not told.
    if (!visitor || !until) return 0;
    const told: { id: string; line: NoticeLine }[] = [];
    for (const notice of notices) {
      const line = await wordsOf(tx, notice, visitor, telling.writers);
      const isSaid = told.some((one) => one.line.text === line?.text && one.line.address === line.address);
      if (line && !isSaid) told.push({ id: notice.id, line });
    }
    if (told.length === 0) return 0;
    const letters = visitor.account.notices === 'each' ? told.map((one) => [one]) : [told];
    for (const letter of letters) await write(tx, visitor.account, letter, telling);
    return letters.length;
  });
}

async function wordsOf(
  tx: Transaction,
  { kind, record_kind, record_id, about }: NoticeRow,
  { account, actor }: Visitor,
  writers: NoticeWriters,
): Promise<NoticeLine | null> {
  const writer = Object.hasOwn(writers, kind) ? writers[kind]! : null;
  if (writer === null) throw new Error(`No writer of notices was given for ${kind}`);
  const record = { kind: record_kind as RecordKind, id: record_id };
  const notice = { kind, record, about: JSON.parse(about) as NoticeAbout };
  return writer(tx, notice, { actor, locale: account.locale });
}

async function write(
  tx: Transaction,
  { id, locale, personal_name: name, personal_email: address }: AccountRow,
  told: readonly { id: string; line: NoticeLine }[],
  { publicUrl, secrets, clock }: Telling,
): Promise<void> {
  const query = new URLSearchParams({ token: rhythmToken(secrets, id) });
  const rhythmHref = `${publicUrl}${localized('/notices', locale)}?${query}`;
  const lines = told.map(({ line }) => line);
  await queueMail(
    tx,
    {
      purpose: 'notices',
      to: { address, name },
      locale,
      ...noticesMail({ locale, name, lines, publicUrl, rhythmHref }),
      unsubscribeHref: rhythmHref,
      accountId: id,
      onceKey: `notices ${told[0]!.id}`,
    },
    clock,
  );
}

/**
 * Tells what is due for as long as the server runs: after each commit, and by the clock.
 * @returns a function that stops it, once the letters under way are written
 */
export function runNotices(db: Database, telling: Telling, log: Log): () => Promise<void> {
  const round = async () => {
    const count = await tellDue(db, telling);
    if (count > 0) log.info('notices told', { letters: count });
  };
  return afterCommits(db, round, (error) => log.error('notices failed', { error }));
}

/** Changes how often somebody is told, asked by the link of their letter: without a session, and nothing but that. */
export function changeRhythm(target: Target, secrets: Secrets, input: RhythmChange) {
  return change(
    target,
    { allowed: true, schema: rhythmChange, input },
    async (tx, { token, notices }): Promise<{ notices: string } | Refusal> => {
      const account = await readByRhythmToken(tx, secrets, token);
      if (!account) return refused(refusals.notAllowed);
      const self = { id: account.id, grants: [] };
      if (account.notices !== notices) await updateRecord(tx, self, 'accounts', account.id, { notices });
      return { notices };
    },
  );
}

/** What an account was told, or is to be told, of. */
export const noticesHolder: PersonalDataHolder = {
  name: 'notices',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('notices')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute();
    return [
      {
        name: 'notices',
        rows: rows.map((row) => ({
          kind: row.kind,
          record: row.record_id,
          created: row.created_at,
          sent: row.settled_at,
        })),
      },
    ];
  },
  async erase(tx, { accountId }) {
    await tx.deleteFrom('notices').where('account_id', '=', accountId).execute();
  },
  remains: async () => [],
};

/** Notices that have served. */
export const noticesExpiring: Expiring = {
  name: 'notices',
  purge: (db, clock) =>
    db.transaction(async (tx) => {
      const before = new Date(clock().getTime() - NOTICES_KEPT * 86_400_000).toISOString();
      const gone = await tx.deleteFrom('notices').where('settled_at', '<=', before).executeTakeFirst();
      return Number(gone.numDeletedRows);
    }),
};
