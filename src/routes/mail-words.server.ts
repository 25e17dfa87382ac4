import { m } from '#messages';
import type { OutboxLine } from '#platform/mail/outbox.ts';
import { wordsOf, type MailStatus } from '#platform/services/mail.server.ts';
import { sentence } from './forms.server.ts';

const states: Record<MailStatus, () => string> = {
  waiting: m.network_outbox_waiting,
  sending: m.network_outbox_sending,
  sent: m.network_outbox_sent,
  uncertain: m.network_outbox_uncertain,
  failed: m.network_outbox_failed,
  withdrawn: m.network_outbox_withdrawn,
};

export const stateWord = (status: MailStatus): string => states[status]();

/** What may be decided of a message in its state. */
export function decisionsOf({ status, emptied_at, expires_at }: OutboxLine, now: Date) {
  const open = ['waiting', 'uncertain', 'failed'].includes(status);
  const alive = emptied_at === null && (expires_at === null || expires_at > now.toISOString());
  return { resend: open && alive, withdraw: open, markSent: status === 'uncertain' };
}

/** Why a message was not sent, in words with the server's codes. */
export function problemWords(problem: string | null): string | null {
  if (problem === null) return null;
  const { key, code } = wordsOf(problem);
  return code ? `${sentence(key)} (${code})` : sentence(key);
}

/** Why messages are written; purposes are words of whoever writes, and each has its own here. */
export const purposeWords: Readonly<Record<string, () => string>> = {
  'sign-in': m.network_outbox_for_sign_in,
  invitation: m.network_outbox_for_invitation,
  membership: m.network_outbox_for_membership,
  'minutes-approval': m.network_outbox_for_minutes_approval,
  'minutes-reply': m.network_outbox_for_minutes_reply,
  notices: m.network_outbox_for_notices,
  subscription: m.network_outbox_for_subscription,
  dispatch: m.network_outbox_for_dispatch,
  test: m.network_outbox_for_test,
};

/** Why a message was written; of one restored from a node that knew other purposes, the word it brings. */
export function purposeWord(purpose: string): string {
  return Object.hasOwn(purposeWords, purpose) ? purposeWords[purpose]!() : purpose;
}
