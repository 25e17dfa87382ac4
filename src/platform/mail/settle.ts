import { instant, type Clock } from '../clock/clock.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { MailMessageRow } from './model.ts';
import type { Handed, Outgoing } from './transport.ts';

/** Waits before a message that was not taken is sent again, in minutes; the last goes on. */
const WAITS = [1, 5, 15, 60, 240];

/** Attempts before a message is given up: five days, as RFC 5321 §4.5.4.1 asks. */
const MOST_ATTEMPTS = WAITS.length + 29;

/** Writes down what became of a message that was being sent. */
export async function settle(db: Database, message: Outgoing, handed: Handed, clock: Clock): Promise<void> {
  await db.transaction((tx) =>
    tx
      .updateTable('mail_messages')
      .set(outcomeOf(message, handed, clock))
      .where('id', '=', message.id)
      // Uncertain as well: another process may have taken this one for dead.
      .where('status', 'in', ['sending', 'uncertain'])
      .execute(),
  );
}

function outcomeOf({ attempts }: Outgoing, handed: Handed, clock: Clock): Partial<MailMessageRow> {
  switch (handed.became) {
    case 'sent':
      return { status: 'sent', sent_at: instant(clock), last_error: null };
    case 'outage':
      // It says nothing of this message: it waits as before.
      return { status: 'waiting', attempts: attempts - 1, last_error: handed.problem };
    case 'later':
      if (attempts < MOST_ATTEMPTS)
        return { status: 'waiting', next_attempt_at: later(attempts, clock), last_error: handed.problem };
      return { status: 'failed', last_error: handed.problem };
    case 'uncertain':
    case 'failed':
      return { status: handed.became, last_error: handed.problem };
  }
}

function later(attempts: number, clock: Clock): string {
  const minutes = WAITS[Math.min(attempts, WAITS.length) - 1]!;
  return new Date(clock().getTime() + minutes * 60_000).toISOString();
}

/** What was being sent when its process ended may have been taken. For who alone delivers. */
export async function settleAbandoned(db: Database): Promise<void> {
  const found = await db.reader
    .selectFrom('mail_messages')
    .select('id')
    .where('status', '=', 'sending')
    .limit(1)
    .execute();
  if (found.length === 0) return;
  await db.transaction((tx) =>
    tx
      .updateTable('mail_messages')
      .set({ status: 'uncertain', last_error: 'interrupted' })
      .where('status', '=', 'sending')
      .execute(),
  );
}

/** What waited when a backup was written may have been sent since. For a database that was just filled from one. */
export async function settleRestored(tx: Transaction): Promise<void> {
  await tx
    .updateTable('mail_messages')
    .set({ status: 'uncertain', last_error: 'restored' })
    .where('status', 'in', ['waiting', 'sending'])
    .execute();
}

/** What was not sent in time is never sent, and nobody needs to read it any more. */
export async function withdrawExpired(db: Database, clock: Clock): Promise<void> {
  const now = instant(clock);
  const found = await db.reader
    .selectFrom('mail_messages')
    .select('id')
    .where('status', '=', 'waiting')
    .where('expires_at', '<=', now)
    .limit(1)
    .execute();
  // A transaction that changes nothing would still wake whoever waits for commits, the outbox among them.
  if (found.length === 0) return;
  await db.transaction((tx) =>
    tx
      .updateTable('mail_messages')
      .set({ status: 'withdrawn', last_error: 'expired', text: '', html: '', emptied_at: now })
      .where('status', '=', 'waiting')
      .where('expires_at', '<=', now)
      .execute(),
  );
}
