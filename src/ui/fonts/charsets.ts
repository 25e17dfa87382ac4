/**
 * Which characters the web fonts carry, as inclusive code point ranges.
 *
 * The sets of the two scripts do not overlap: a character of a page belongs to exactly one file, so that
 * a French page never fetches the Arabic one. Figures of one width are a family of their own, for tables.
 */
export type Range = readonly [first: number, last: number];
export type Charset = 'latin' | 'arabic' | 'figures';

/** French, English and the Latin names of Europe, Turkey and the Maghreb; punctuation, figures, money. */
const latin: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x100, 0x17f],
  [0x218, 0x21b],
  [0x1e62, 0x1e63],
  [0x1e6c, 0x1e6d],
  [0x2009, 0x200b],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x2030],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
];

/** Arabic with its vowel signs, punctuation, extended letters where the family draws them, and joiners. */
const arabic: readonly Range[] = [
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x200c, 0x200f],
  [0xfd3e, 0xfd3f],
];

/** The ten figures of tables, see `figures.ts`. */
const figures: readonly Range[] = [[0x30, 0x39]];

/** The ranges of each file. */
export const charsets: Record<Charset, readonly Range[]> = { latin, arabic, figures };

/** Every character of the ranges as one string, the form a subsetter asks for. */
export function charactersOf(ranges: readonly Range[]): string {
  let text = '';
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) text += String.fromCodePoint(code);
  }
  return text;
}

/** The ranges as the value of the CSS descriptor `unicode-range`. */
export function unicodeRange(ranges: readonly Range[]): string {
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}
