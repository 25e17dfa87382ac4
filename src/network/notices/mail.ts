import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';
import type { NoticeLine } from './model.ts';

interface Told {
  locale: Locale;
  name: string;
  /** At least one. */
  lines: readonly NoticeLine[];
  publicUrl: string;
  /** Where the reader says how often they are told. */
  rhythmHref: string;
}

/** Tells somebody of what moves: of one thing, or of all that was gathered. */
export function noticesMail({ locale, name, lines, publicUrl, rhythmHref }: Told) {
  const say = { locale };
  return composeMail({
    locale,
    subject:
      lines.length === 1 ? lines[0]!.text : m.network_mail_notices_subject({ count: lines.length }, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [m.network_mail_notices_lead({}, say)],
    items: lines.map(({ text, address }) => ({ text, href: publicUrl + localized(address, locale) })),
    footer: m.network_mail_footer({}, say),
    footerLink: { label: m.network_mail_notices_rhythm({}, say), href: rhythmHref },
  });
}
