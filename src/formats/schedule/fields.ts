/** Text of a schedule file as records may hold it: cleaned, never empty, and no longer than any record takes. */
import { filled, oneLine, plainText, webAddress } from '../text/text.ts';

const LONGEST_LINE = 2_000;
const LONGEST_TEXT = 20_000;

/** One line of text, or null where it says nothing. */
export function line(text: string | null | undefined): string | null {
  const value = filled(text?.slice(0, LONGEST_LINE * 4));
  return value === undefined ? null : oneLine(value).slice(0, LONGEST_LINE).toWellFormed();
}

/** Text of several lines, or null where it says nothing. */
export function passage(text: string | null | undefined): string | null {
  const value = filled(text?.slice(0, LONGEST_TEXT * 4));
  if (value === undefined) return null;
  return filled(withoutMarkup(plainText(value)).slice(0, LONGEST_TEXT).toWellFormed()) ?? null;
}

/** Abstract and description as one passage; where one holds the other, it alone. */
export function together(abstract: string | null, description: string | null): string | null {
  if (abstract === null || description === null) return abstract ?? description;
  if (description.includes(abstract)) return description;
  return abstract.includes(description) ? abstract : `${abstract}\n\n${description}`;
}

/** Links that lead to the web; one without a title bears its address. */
export function link(url: string | null, title: string | null): { url: string; title: string }[] {
  const address = webAddress(url?.slice(0, LONGEST_LINE));
  return address === undefined ? [] : [{ url: address, title: line(title) ?? address }];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Some programs put HTML into descriptions: its words stay, and its paragraphs. Other text is left as it is. */
function withoutMarkup(text: string): string {
  if (!/<br ?\/?>|<\/(p|div|ul|ol|li|a|b|i|em|strong|span|h[1-6])>/i.test(text)) return text;
  const words = text
    .replace(/<(br|\/p|\/div|\/li|\/h[1-6]|\/ul|\/ol)\b[^<>]{0,300}>\n?/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name]!);
  return plainText(words.replace(/\n{3,}/g, '\n\n'));
}
