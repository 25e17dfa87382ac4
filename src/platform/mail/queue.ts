import { sql } from 'kysely';
import * as v from 'valibot';
import { instant, type Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { mailAddress } from '../locale/schema.ts';
import { newId } from '../records/uuid.ts';
import { cleanName, cleanSubject } from './clean.ts';
import type { NewMessage } from './model.ts';

/**
 * Puts a message into the outbox, within the transaction of the change that is its occasion: it will be sent if
 * and only if that commits.
 * @returns its id, or null where its `onceKey` was queued before
 * @throws ValiError where the address is none: whoever takes an address in checks it first
 */
export async function queueMail(tx: Transaction, message: NewMessage, clock: Clock): Promise<string | null> {
  const now = instant(clock);
  const id = newId();
  const written = await tx
    .insertInto('mail_messages')
    .values({
      id,
      message_id: null,
      purpose: message.purpose,
      to_address: v.parse(mailAddress, message.to.address),
      to_name: cleanName(message.to.name),
      locale: message.locale,
      subject: cleanSubject(message.subject),
      text: message.text,
      html: message.html,
      status: 'waiting',
      attempts: 0,
      next_attempt_at: now,
      last_error: null,
      created_at: now,
      sent_at: null,
      expires_at: message.expiresAt?.toISOString() ?? null,
      emptied_at: null,
      account_id: message.accountId ?? null,
      once_key: message.onceKey ?? null,
      unsubscribe_href: message.unsubscribeHref ?? null,
      unsubscribe_post: message.unsubscribePost ? 1 : 0,
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 0n ? null : id;
}

/** Removes what was written, or is to be written, to a person who is erased. @returns how many messages */
export async function eraseMail(
  tx: Transaction,
  person: { accountId?: string | undefined; address?: string | undefined },
): Promise<number> {
  const { accountId, address } = person;
  const removed = await tx
    .deleteFrom('mail_messages')
    .where((where) =>
      where.or([
        ...(accountId === undefined ? [] : [where('account_id', '=', accountId)]),
        ...(address === undefined
          ? []
          : [where(sql<string>`lower(to_address)`, '=', address.trim().toLowerCase())]),
      ]),
    )
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}
