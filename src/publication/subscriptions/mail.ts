import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';

interface Asked {
  locale: Locale;
  /** What was asked for, by its name: null for every meeting, undefined where it is no longer there. */
  subject: string | null | undefined;
  href: string;
}

/** Asks whoever reads an address whether it was they who subscribed it. */
export function confirmationMail({ locale, subject, href }: Asked) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.publication_mail_confirm_subject({}, say),
    paragraphs: [
      m.publication_mail_confirm_text({ subject: said(subject, locale) }, say),
      m.publication_mail_confirm_ignore({}, say),
    ],
    action: { label: m.publication_mail_confirm_action({}, say), href },
    footer: m.network_mail_footer({}, say),
  });
}

/** Says to who is subscribed already where that is changed: nothing was. */
export function standingMail({ locale, subject, href }: Asked) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.publication_mail_standing_subject({}, say),
    paragraphs: [m.publication_mail_standing_text({ subject: said(subject, locale) }, say)],
    action: { label: m.publication_mail_standing_action({}, say), href },
    footer: m.network_mail_footer({}, say),
  });
}

function said(subject: Asked['subject'], locale: Locale): string {
  if (subject === undefined) return m.publication_subscription_gone({}, { locale });
  return subject ?? m.publication_subscription_all({}, { locale });
}
