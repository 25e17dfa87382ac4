import { instant } from '../clock/clock.ts';
import { DAY } from '../clock/local.ts';
import type { Transaction } from '../database/database.ts';
import '../drafts/drafts.ts';
import '../limits/limits.ts';
import { emptyOldMail } from '../mail/retention.ts';
import '../sign-in/model.ts';
import type { Expiring } from './retention.ts';

/** How long a form of a session that ended, and one that nobody came back to, is kept; in days. */
export const HELD_DRAFTS_KEPT = 1;
export const DRAFTS_KEPT = 180;

/** What the platform keeps for a time only. */
export const platformExpirings: readonly Expiring[] = [
  deleting('sessions', (tx, at) => tx.deleteFrom('sign_in_sessions').where('expires_at', '<=', at(0))),
  deleting('tokens', (tx, at) => tx.deleteFrom('sign_in_tokens').where('expires_at', '<=', at(0))),
  deleting('limits', (tx, at) => tx.deleteFrom('limits').where('until', '<=', at(0))),
  deleting('held drafts', (tx, at) =>
    tx
      .deleteFrom('form_drafts')
      .where('account_id', 'is', null)
      .where('updated_at', '<=', at(HELD_DRAFTS_KEPT)),
  ),
  deleting('drafts', (tx, at) => tx.deleteFrom('form_drafts').where('updated_at', '<=', at(DRAFTS_KEPT))),
  {
    name: 'mail',
    async purge(db, clock) {
      await emptyOldMail(db, clock);
      return 0;
    },
  },
];

type Deletion = { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> };

/** Rows that go by one condition; `at` gives the instant so many days ago. */
function deleting(
  name: string,
  deletion: (tx: Transaction, at: (days: number) => string) => Deletion,
): Expiring {
  return {
    name,
    purge: (db, clock) =>
      db.transaction(async (tx) => {
        const at = (days: number) => instant(() => new Date(clock().getTime() - days * DAY));
        const { numDeletedRows } = await deletion(tx, at).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
