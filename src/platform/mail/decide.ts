import * as v from 'valibot';
import { isAdministrator, type Actor } from '../actor/actor.ts';
import { instant, systemClock, type Clock } from '../clock/clock.ts';
import type { Target, Transaction } from '../database/database.ts';
import { append } from '../journal/append.ts';
import { id as messageId } from '../locale/schema.ts';
import { change, refusals } from '../records/change.server.ts';
import { refused, type Outcome, type Refusal } from '../records/outcome.ts';
import type { MailMessageRow, MailStatus } from './model.ts';

/** What an administrator decides of a message: from which states it leads where. */
interface Decision {
  from: MailStatus[];
  set(now: string): Partial<MailMessageRow> & { status: MailStatus };
  /** Whether its text is needed. */
  sends: boolean;
}

/** Sends a message again, or at once where it waits: with the same Message-ID, so that a double can be known. */
export function resendMessage(target: Target, actor: Actor, id: string, clock: Clock = systemClock) {
  return decide(target, actor, id, clock, {
    from: ['waiting', 'uncertain', 'failed'],
    set: (now) => ({ status: 'waiting', next_attempt_at: now, attempts: 0, last_error: null }),
    sends: true,
  });
}

/** Takes a message back that was not sent, for good. */
export function withdrawMessage(target: Target, actor: Actor, id: string, clock: Clock = systemClock) {
  return decide(target, actor, id, clock, {
    from: ['waiting', 'uncertain', 'failed'],
    set: () => ({ status: 'withdrawn' }),
    sends: false,
  });
}

/** Says that a message of which nobody knew has arrived. */
export function markSent(target: Target, actor: Actor, id: string, clock: Clock = systemClock) {
  return decide(target, actor, id, clock, {
    from: ['uncertain'],
    set: (now) => ({ status: 'sent', sent_at: now, last_error: null }),
    sends: false,
  });
}

function decide(
  target: Target,
  actor: Actor,
  id: string,
  clock: Clock,
  { from, set, sends }: Decision,
): Promise<Outcome<object>> {
  const rights = { allowed: isAdministrator(actor), schema: v.object({ id: messageId }), input: { id } };
  return change(target, rights, async (tx): Promise<object | Refusal> => {
    const now = instant(clock);
    const before = await readBefore(tx, id);
    if (!before) return refused(refusals.missing);
    if (!from.includes(before.status)) return refused('platform_mail_wrong_state');
    if (sends && (before.emptied_at !== null || (before.expires_at !== null && before.expires_at <= now)))
      return refused('platform_mail_too_old');
    const after = set(now);
    const written = await tx
      .updateTable('mail_messages')
      .set(after)
      .where('id', '=', id)
      // It may just have been sent.
      .where('status', '=', before.status)
      .executeTakeFirst();
    if (written.numUpdatedRows !== 1n) return refused('platform_mail_wrong_state');
    // Not the row: the journal is for ever, and who a message went to is not. No `status`, which empties every page.
    const told = (delivery: MailStatus) => ({ purpose: before.purpose, delivery });
    await append(
      tx,
      actor,
      {
        kind: 'mail_messages',
        recordId: id,
        verb: 'update',
        before: told(before.status),
        after: told(after.status),
      },
      clock,
    );
    return {};
  });
}

function readBefore(tx: Transaction, id: string) {
  return tx
    .selectFrom('mail_messages')
    .select(['purpose', 'status', 'expires_at', 'emptied_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}
