import { normalise } from './normalise.ts';

/** Arabic letters as French speakers in Morocco write them; short vowels are not written in Arabic, so none appear. */
const TRANSLITERATION = new Map(
  `ا=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=ch ص=s ض=d ط=t ظ=dh ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h
   و=ou ي=i`
    .split(/\s+/)
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
);

function transliterate(folded: string): string {
  return folded
    .replace(/(?<!\p{L})ال(?=\p{L}{3})/gu, 'al-')
    .replace(/(?<!\p{L})و/gu, 'w')
    .replace(/(?<!\p{L})ي/gu, 'y')
    .replace(/\p{Script=Arabic}/gu, (letter) => TRANSLITERATION.get(letter) ?? '');
}

/** FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo, http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Pages that stand beside the records of a kind, of the office and of registers: no record has such an address. */
export const reservedSlugs: readonly string[] = ['new', 'import', 'matrix', 'delays', 'timeline'];

/**
 * An address part for a text: ASCII lower-case letters and digits in groups joined by single hyphens, at most `max`
 * characters (an integer of at least 1), cut between words where that keeps at least half. The same text always gives
 * the same slug; different texts may share one, so the caller keeps slugs unique.
 *
 * Latin letters and digits are used; where there are none of the former, Arabic letters are transliterated, without
 * vowels that are not written (final ة is a). Where neither is left (emoji, other alphabets, nothing), `x-` and a
 * hash of the text. A reserved word gets a number. Throws RangeError for another `max`.
 */
export function slugify(text: string, { max = 80 }: { max?: number } = {}): string {
  if (!Number.isInteger(max) || max < 1)
    throw new RangeError(`max must be an integer of at least 1, not ${max}`);
  const folded = normalise(text.replaceAll('ة', 'ا'));
  const latin = /[a-z]/.test(folded) ? folded : transliterate(folded);
  const words = latin.match(/[a-z0-9]+/g) ?? ['x', fnv1a(text)];
  const whole = words.join('-');
  if (reservedSlugs.includes(whole)) return `${whole}-1`;
  if (whole.length <= max) return whole;
  const cut = whole.slice(0, max + 1).lastIndexOf('-');
  return whole.slice(0, cut >= max / 2 ? cut : max).replace(/-$/, '');
}
