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
  /** What the reader may do, with a whole http or https address. */
  action?: { label: string; href: string } | undefined;
  /** Who writes, and why the reader gets this. */
  footer: string;
}

/** Right-to-left mark: a reader of plain text takes a line's direction from its first strong character (UAX #9 P2). */
const RLM = '\u200F';

/**
 * Writes a message as plain text and as HTML; both say the same. Pure: the same letter gives the same bytes.
 * @throws Error where the action leads to anything but a web address
 */
export function composeMail(letter: Letter): Composed {
  const { locale, action } = letter;
  if (action && !/^https?:\/\/[^\s<>"]+$/i.test(action.href))
    throw new Error('The action of a message leads to a whole web address');
  const subject = cleanSubject(letter.subject);
  const paragraphs = [letter.greeting ?? '', ...letter.paragraphs].map(cleanParagraph).filter(Boolean);
  const parts = {
    subject,
    paragraphs,
    action: action && { label: cleanSubject(action.label), href: action.href },
    footer: cleanParagraph(letter.footer),
  };
  return { subject, text: plainText(parts, locale), html: page(parts, locale) };
}

function plainText({ paragraphs, action, footer }: Parts, locale: Locale): string {
  const rtl = directionOf(locale) === 'rtl';
  const directed = (paragraph: string) =>
    rtl
      ? paragraph
          .split('\n')
          .map((line) => RLM + line)
          .join('\n')
      : paragraph;
  // The address stands on a line of its own without marks, which some readers would take for a part of it.
  const act = action ? [`${directed(action.label)}\n${action.href}`] : [];
  const body = [...paragraphs.map(directed), ...act].join('\n\n');
  // Two hyphens and a space set a footer apart (RFC 3676 §4.3).
  return `${body}\n\n-- \n${directed(footer)}\n`;
}
