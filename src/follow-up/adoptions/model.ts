import { locales } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';

/** The longest text of a recommendation, and of its title, in one language. */
export const RECOMMENDATION_MOST = 4_000;
const TITLE_MOST = 300;

/** How the recommendations of a workshop are cited: its address and a number. */
export function referenceOf(workshop: string, number: number): string {
  return `${workshop.slice(0, 32).replace(/-$/, '').toUpperCase()}-R${number}`;
}

/**
 * A recommendation's title, and its text where the title does not hold all of it. A short text is its own title; of a
 * long one the first sentence is.
 */
export function titleAndText(entry: Trilingual<'text'>): Trilingual<'title'> & Trilingual<'text'> {
  const { text_fr, text_ar, text_en, text_original } = entry;
  const isShort = locales.every((locale) => isTitle(entry[`text_${locale}`] ?? ''));
  const title = (text: string | null) => (text ? firstSentence(text) : null);
  return {
    title_fr: title(text_fr),
    title_ar: title(text_ar),
    title_en: title(text_en),
    title_original: text_original,
    text_fr: isShort ? null : text_fr,
    text_ar: isShort ? null : text_ar,
    text_en: isShort ? null : text_en,
    text_original,
  };
}

/** What a recommendation says: its text, or its title where that is all. */
export function textOfRecommendation(row: Record<string, unknown>): Trilingual<'text'> {
  const { title_fr, title_ar, title_en, title_original, ...rest } = row as unknown as Trilingual<'title'> &
    Trilingual<'text'>;
  const { text_fr, text_ar, text_en, text_original } = rest;
  return {
    text_fr: text_fr || title_fr,
    text_ar: text_ar || title_ar,
    text_en: text_en || title_en,
    text_original: text_fr || text_ar || text_en ? text_original : title_original,
  };
}

const isTitle = (text: string) => text.length <= TITLE_MOST && !text.includes('\n');

function firstSentence(text: string): string {
  if (isTitle(text)) return text;
  const [line = ''] = text.split('\n');
  const sentence = /^.*?[.!?؟](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (isTitle(sentence)) return sentence;
  const cut = sentence.slice(0, TITLE_MOST - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || cut.length).trimEnd()}…`;
}
