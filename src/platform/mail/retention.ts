import { instant, type Clock } from '../clock/clock.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { MailStatus } from './model.ts';

/** How long what a message says is kept once it is settled, and to whom it went, in days. */
const BODIES_KEPT = 30;
const ADDRESSES_KEPT = 365;

const settled: MailStatus[] = ['sent', 'uncertain', 'failed', 'withdrawn'];

/**
 * Empties what has served: bodies after thirty days, those with a link as soon as it is worthless; names, addresses
 * and subjects after a year. What is left says that a message of some purpose went out, to nobody.
 */
export async function emptyOldMail(db: Database, clock: Clock): Promise<void> {
  const before = (days: number) => new Date(clock().getTime() - days * 86_400_000).toISOString();
  const now = instant(clock);
  await db.transaction(async (tx) => {
    await emptied(tx, now)
      .where((where) =>
        where.or([where('expires_at', '<=', now), where('created_at', '<=', before(BODIES_KEPT))]),
      )
      .execute();
    await tx
      .updateTable('mail_messages')
      .set({ to_address: '', to_name: null, subject: '', account_id: null })
      .where('status', 'in', settled)
      .where('to_address', '<>', '')
      .where('created_at', '<=', before(ADDRESSES_KEPT))
      .execute();
  });
}

function emptied(tx: Transaction, now: string) {
  return tx
    .updateTable('mail_messages')
    .set({ text: '', html: '', unsubscribe_href: null, emptied_at: now })
    .where('status', 'in', settled)
    .where('emptied_at', 'is', null);
}
