import { normalise } from './normalise.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles before a name, folded. `m` and `د` are titles only at the head of a longer name. */
const HONORIFICS = list(`
  m mm mr mrs ms mme mmes mlle mlles madame mademoiselle monsieur messieurs sir dr dre docteur docteure pr prof professeur
  professeure professor me maitre son excellence exc se sem ambassadeur ambassadrice hon sidi lalla moulay hajj haj
  السيد السيده الانسه د دكتور دكتوره الدكتور الدكتوره ا ذ استاذ استاذه الاستاذ الاستاذه معالي سعاده سي لالا للا مولاي
  الحاج الحاجه سيدي
`);
/** Articles and particles that spellings of one name keep or drop. */
const PARTICLES = list('l d de du des la le les el al ed er es et and of the a au aux en pour for in و في');
/** Abbreviated first names usual in Morocco, then what they stand for. */
const ABBREVIATIONS = new Map([
  ['md', 'mohamed'],
  ['med', 'mohamed'],
  ['mohd', 'mohamed'],
  ['fz', 'fatimazahra'],
]);
/** Names that begin with ال without an article, folded. */
const NO_ARTICLE = list('الله الياس الهام الين الينا البير المانيا البانيا');

/** Words compared in one name; no name needs more, and pairing words takes time in the square of their number. */
const MAX_WORDS = 16;
const MAX_LENGTH = 48;

function bare(word: string): string {
  const known = ABBREVIATIONS.get(word);
  if (known !== undefined) return known;
  return word.startsWith('ال') && word.length >= 5 && !NO_ARTICLE.has(word) ? word.slice(2) : word;
}

/**
 * The words of a person's or organisation's name in their order: folded by `normalise`, hyphens and apostrophes as
 * spaces, without titles, articles and particles; usual abbreviations written out (Med → mohamed). Where nothing else
 * is left, titles and particles stay: a name is never empty unless the text holds no letter or digit. At most 16
 * words of at most 48 characters.
 */
export function nameWords(name: string): string[] {
  const all = normalise(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  let first = 0;
  while (first < all.length - 1 && HONORIFICS.has(all[first] ?? '')) first += 1;
  const untitled = all.slice(first);
  const meaningful = untitled.filter((word) => !PARTICLES.has(word));
  return (meaningful.length > 0 ? meaningful : untitled)
    .slice(0, MAX_WORDS)
    .map((word) => bare(word).slice(0, MAX_LENGTH));
}

/**
 * A key under which the usual spellings of one name in one script are equal: the words of `nameWords` in alphabetical
 * order, joined by spaces. « M. Ahmed SKIM » and « Skim, Ahmed » share the key `ahmed skim`. Empty only where the name
 * holds no letter or digit. Equal keys do not prove one person: homonyms exist.
 */
export function nameKey(name: string): string {
  return nameWords(name).sort().join(' ');
}
