import type { Locale } from '../locale/locale.ts';

/**
 * What became of a message. `sending` is written before the mail server hears of it; `uncertain` means that the
 * server may have taken it, and nobody knows: only a person sends it again.
 */
export const mailStatuses = ['waiting', 'sending', 'sent', 'uncertain', 'failed', 'withdrawn'] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** A text that is ready to be sent: both bodies say the same. */
export interface Composed {
  subject: string;
  text: string;
  html: string;
}

/** What a capability gives to have a message sent. */
export interface NewMessage extends Composed {
  /** Why it is sent, as a word: `sign-in-link`, `invitation`. Shown in the outbox. */
  purpose: string;
  to: { address: string; name?: string | null | undefined };
  locale: Locale;
  /** After this instant it is worthless: it is never sent later, and its text is emptied. */
  expiresAt?: Date | undefined;
  /** The account it goes to, so that it goes with the account. */
  accountId?: string | undefined;
  /** Names the occasion: the same key never queues twice. */
  onceKey?: string | undefined;
  /** Where its reader asks for no more such messages (RFC 2369, List-Unsubscribe). */
  unsubscribeHref?: string | undefined;
  /** Whether one request to that address is enough (RFC 8058, List-Unsubscribe-Post). */
  unsubscribePost?: boolean | undefined;
}

export interface MailMessageRow {
  id: string;
  /** The Message-ID header (RFC 5322 §3.6.4), the same however often it is sent; null until the first attempt. */
  message_id: string | null;
  purpose: string;
  to_address: string;
  to_name: string | null;
  locale: Locale;
  subject: string;
  text: string;
  html: string;
  status: MailStatus;
  attempts: number;
  next_attempt_at: string;
  /** Why it is not sent, without personal data: a {@link MailProblem}, or a server's codes such as `550 5.1.1`. */
  last_error: string | null;
  created_at: string;
  sent_at: string | null;
  expires_at: string | null;
  /** When its bodies were emptied; it can't be sent any more. */
  emptied_at: string | null;
  account_id: string | null;
  once_key: string | null;
  unsubscribe_href: string | null;
  unsubscribe_post: 0 | 1;
}

/** What keeps a message, or all of them, from being sent, where no code of the server says it. */
export const mailProblems = [
  'host-unknown',
  'not-answering',
  'timeout',
  'not-mail',
  'no-encryption',
  'encryption',
  'certificate-untrusted',
  'certificate-expired',
  'certificate-name',
  'no-sign-in',
  'sign-in',
  'sender',
  'unconfirmed',
  'connection-lost',
  'interrupted',
  'restored',
  'expired',
  'too-large',
  'address',
] as const;
export type MailProblem = (typeof mailProblems)[number];

/** The message key that words a problem, and the server's codes where it gave any. */
export function wordsOf(problem: string): { key: string; code: string } {
  const known = mailProblems.find((name) => problem === name || problem.startsWith(`${name} `));
  const code = known ? problem.slice(known.length + 1) : problem;
  return { key: `platform_mail_problem_${(known ?? 'answer').replaceAll('-', '_')}`, code };
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    mail_messages: MailMessageRow;
  }
}
