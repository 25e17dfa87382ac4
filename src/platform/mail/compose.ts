import { directionOf, type Locale } from '../locale/locale.ts';
import { cleanParagraph, cleanSubject } from './clean.ts';
import { page, type Parts } from './page.ts';
import type { Composed } from './model.ts';

/** What a message says, in its reader's language. Every text is plain: nothing in it is read as HTML. */
export interface Letter {
  locale: Locale;
  subject: string;
  greeting?: string | undefined;
  paragraphs: string[];
  /** What the letter tells of, each with a whole http or https address where it is read. */
  items?: readonly { text: string; href: string }[];
  /** What the reader may do, with a whole http or https address. */
  action?: { label: string; href: string } | undefined;
  /** Who writes, and why the reader gets this. */
  footer: string;
  /** Where the reader says that they want no more of it, with a whole http or https address. */
  footerLink?: { label: string; href: string } | undefined;
}

/** Right-to-left mark: a reader of plain text takes a line's direction from its first strong character (UAX #9 P2). */
const RLM = '\u200F';

/**
 * Writes a message as plain text and as HTML; both say the same. Pure: the same letter gives the same bytes.
 * @throws Error where anything leads to anything but a web address
 */
export function composeMail(letter: Letter): Composed {
  const { locale, action, items = [], footerLink } = letter;
  for (const link of [action, footerLink, ...items])
    if (link && !/^https?:\/\/[^\s<>"]+$/i.test(link.href))
      throw new Error('The links of a message lead to whole web addresses');
  const subject = cleanSubject(letter.subject);
  const paragraphs = [letter.greeting ?? '', ...letter.paragraphs].map(cleanParagraph).filter(Boolean);
  const parts = {
    subject,
    paragraphs,
    items: items.map(({ text, href }) => ({ text: cleanParagraph(text), href })),
    action: action && { label: cleanSubject(action.label), href: action.href },
    footer: cleanParagraph(letter.footer),
    footerLink: footerLink && { label: cleanSubject(footerLink.label), href: footerLink.href },
  };
  return { subject, text: plainText(parts, locale), html: page(parts, locale) };
}

function plainText({ paragraphs, items, action, footer, footerLink }: Parts, locale: Locale): string {
  const rtl = directionOf(locale) === 'rtl';
  const directed = (paragraph: string) =>
    rtl
      ? paragraph
          .split('\n')
          .map((line) => RLM + line)
          .join('\n')
      : paragraph;
  // The address stands on a line of its own without marks, which some readers would take for a part of it.
  const linked = (text: string, href: string) => `${directed(text)}\n${href}`;
  const act = action ? [linked(action.label, action.href)] : [];
  const told = items.map(({ text, href }) => linked(text, href));
  const body = [...paragraphs.map(directed), ...told, ...act].join('\n\n');
  const end = footerLink ? `\n${linked(footerLink.label, footerLink.href)}` : '';
  // Two hyphens and a space set a footer apart (RFC 3676 §4.3).
  return `${body}\n\n-- \n${directed(footer)}${end}\n`;
}
