import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { AccountRow } from '../accounts/model.ts';
import { testMail } from './mail.ts';

/** Writes to whoever asks, at the address of their own account. */
export function sendTestMail(db: Database, account: AccountRow, clock: Clock): Promise<string | null> {
  const { id, locale, personal_name: name, personal_email: address } = account;
  return db.transaction((tx) =>
    queueMail(
      tx,
      { purpose: 'test', to: { address, name }, locale, ...testMail({ locale, name }), accountId: id },
      clock,
    ),
  );
}
