import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';

/** A message by which an administrator sees that mail arrives. */
export function testMail({ locale, name }: { locale: Locale; name: string }) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.network_mail_test_subject({}, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [m.network_mail_test_text({}, say)],
    footer: m.network_mail_footer({}, say),
  });
}
