import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';

/** The link that signs in once. */
export function signInLinkMail({ locale, name, href }: { locale: Locale; name: string; href: string }) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.network_mail_link_subject({}, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [m.network_mail_link_text({}, say), m.network_mail_link_ignore({}, say)],
    action: { label: m.network_mail_link_action({}, say), href },
    footer: m.network_mail_footer({}, say),
  });
}
