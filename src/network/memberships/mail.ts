import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';
import type { NoticeLine } from '../notices/model.ts';

/** Says that a request was declined, and why. */
export function declinedMail({ locale, name, reason }: { locale: Locale; name: string; reason: string }) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.network_mail_declined_subject({}, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [m.network_mail_declined_text({}, say), reason, m.network_mail_declined_again({}, say)],
    footer: m.network_mail_footer({}, say),
  });
}

/** Says to whoever decides it that a request has arrived. */
export function membershipNotice(locale: Locale, name: string): NoticeLine {
  return { text: m.network_notice_membership_requested({ name }, { locale }), address: '/memberships' };
}
