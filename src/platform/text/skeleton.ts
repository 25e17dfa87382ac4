/** Letters of one sound class: the Latin sign used here, then the Arabic letters. ش is c and خ is x. */
const CLASSES: [string, string][] = [
  ['a', 'اع'],
  ['b', 'ب'],
  ['c', 'ش'],
  ['d', 'دذضظ'],
  ['f', 'ف'],
  ['h', 'حه'],
  ['i', 'ي'],
  ['j', 'ج'],
  ['k', 'كقغ'],
  ['l', 'ل'],
  ['m', 'م'],
  ['n', 'ن'],
  ['r', 'ر'],
  ['s', 'سص'],
  ['t', 'تطث'],
  ['u', 'و'],
  ['x', 'خ'],
  ['z', 'ز'],
];
const ARABIC = new Map(CLASSES.flatMap(([sign, letters]) => [...letters].map((letter) => [letter, sign])));

/** French and English spellings → sound classes, in this order. */
const LATIN: [RegExp, string][] = [
  [/([a-z])\1+/g, '$1'],
  [/tch|sch|ch|sh/g, 'C'],
  [/kh/g, 'x'],
  [/gh|gu(?=[eiy])|qu(?=[eio])|q/g, 'k'],
  [/dj|g(?=[eiy])/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph|v/g, 'f'],
  [/c(?=[eiy])/g, 's'],
  [/[gc]/g, 'k'],
  [/C/g, 'c'],
  [/p/g, 'b'],
  [/ou|w/g, 'u'],
  [/y/g, 'i'],
];

/** The sounds of one word: `full` with its vowels (a e i o u), `bones` without them and without a final h. */
export interface Skeleton {
  full: string;
  bones: string;
}

/** The two sound forms of a word given in sound classes with vowels. */
export function fromSounds(full: string): Skeleton {
  return { full, bones: full.replace(/[aeiou]/g, '').replace(/h$/, '') };
}

/**
 * The consonant skeleton of one folded word: an alphabet in which Arabic names and their usual Latin spellings meet.
 * Vowels, glides (و ي w y), hamza and ayn are left out of `bones`, since spellings differ most there; sounds that Latin
 * spellings do not keep apart share a sign (ت ط ث t, د ض ذ ظ d, س ص s, ق ك غ گ k). Doubled letters count once in
 * Latin; Arabic does not write them twice. Digits and other alphabets are left out.
 */
export function skeleton(word: string): Skeleton {
  if (/\p{Script=Arabic}/u.test(word)) {
    const letters = word === 'الله' ? 'لاه' : word;
    return fromSounds([...letters].map((letter) => ARABIC.get(letter) ?? '').join(''));
  }
  const sounds = LATIN.reduce((text, [pattern, sign]) => text.replace(pattern, sign), word);
  return fromSounds(sounds.replace(/[^a-z]/g, ''));
}
