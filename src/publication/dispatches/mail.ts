import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';
import type { Telling } from './model.ts';

/** What subscribers get of a meeting. @param manageHref where its reader changes or ends the subscription */
export function dispatchMail(locale: Locale, { title, text, items }: Telling, manageHref: string) {
  const say = { locale };
  return composeMail({
    locale,
    subject: title,
    paragraphs: [...text],
    items,
    footer: m.publication_mail_dispatch_footer({}, say),
    footerLink: { label: m.publication_mail_dispatch_manage({}, say), href: manageHref },
  });
}
