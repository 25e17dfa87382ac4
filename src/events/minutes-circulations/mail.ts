import { m } from '#messages';
import { formatDate } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';

interface Circulated {
  locale: Locale;
  name: string;
  workshop: string;
  session: string;
  /** The day by which an answer is asked for. */
  answerBy: string | null;
  href: string;
}

/** Asks somebody to approve the minutes of a session, or to say what should change. */
export function circulationMail({ locale, name, workshop, session, answerBy, href }: Circulated) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.events_minutes_mail_subject({ session }, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [
      m.events_minutes_mail_text({ session, workshop }, say),
      m.events_minutes_mail_how({}, say),
      ...(answerBy ? [m.events_minutes_mail_until({ date: formatDate(answerBy, locale) }, say)] : []),
    ],
    action: { label: m.events_minutes_mail_action({}, say), href },
    footer: m.network_mail_footer({}, say),
  });
}
