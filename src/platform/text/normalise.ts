/**
 * Marks dropped: the blocks of combining diacritical marks, from every script that uses them as an accent; then the
 * vowel, hamza and Koranic marks of Arabic, with tatweel and the high hamza.
 */
const MARK_RANGES = [
  ['\u0300-\u036f', '\u1ab0-\u1aff', '\u1dc0-\u1dff', '\u20d0-\u20ff', '\ufe20-\ufe2f'],
  ['\u0610-\u061a', '\u0640', '\u064b-\u065f', '\u0670', '\u0674', '\u06d6-\u06dc', '\u06df-\u06e4'],
  ['\u06e7', '\u06e8', '\u06ea-\u06ed', '\u08ca-\u08e1', '\u08e3-\u08ff'],
];
const MARKS = new RegExp(`[${MARK_RANGES.flat().join('')}]`, 'g');

/** Bidirectional controls, zero-width characters, soft hyphens, variation selectors, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/**
 * Sorting combining marks takes quadratic time in their number, so a longer run is cut first. Thirty is the limit of
 * the Stream-Safe Text Format (Unicode Standard Annex 15, section 13); no written language comes near it.
 */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Folds of one character that no Unicode normalisation form makes: target → sources. Applied after lower-casing, when
 * hamza above, hamza below and madda have already gone as marks and left their carrier.
 */
const FOLD_GROUPS: Record<string, string> = {
  ae: 'æ',
  d: 'đð',
  e: 'ɛ',
  gh: 'ɣ',
  h: 'ħ',
  i: 'ı',
  l: 'ł',
  n: 'ŋ',
  o: 'ø',
  oe: 'œ',
  ss: 'ß',
  th: 'þ',
  σ: 'ς',
  "'": '‘’‛′ʹʻʼʾʿˈ`',
  '-': '‐‒–—―−',
  '·': '•‧∙⋅・',
  ا: 'ٱ',
  ب: 'پ',
  ج: 'چ',
  ز: 'ژ',
  ف: 'ڤڥ',
  ق: 'ڨ',
  ك: 'کڪگڭڬݣݢ',
  ه: 'ةۃہھە',
  ي: 'ىیېے',
};
const FOLDS = new Map(
  Object.entries(FOLD_GROUPS).flatMap(([target, sources]) => [...sources].map((source) => [source, target])),
);
const FOLDED = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'gu');
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * The form of a text under which spellings of the same words meet. For matching only, never for display.
 *
 * Latin: compatibility forms resolved (NFKD, recomposed by NFC), lower case, accents removed, œ→oe, æ→ae, ß→ss,
 * one apostrophe ('), one hyphen (-), one middle dot (·). Arabic: vowel marks, shadda, superscript alef and tatweel
 * removed; أ إ آ ٱ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي; Persian and Urdu kaf, yeh and heh → the Arabic letters; گ ڭ ݣ → ك.
 * Hamza policy: on a carrier it disappears and the carrier stays (مسؤول → مسوول); alone on the line (ء) it stays, for
 * without it different words would meet (جزء, جز). Arabic-Indic and Persian digits become ASCII. Invisible and
 * bidirectional controls vanish; other controls and every run of white space become one space; the ends are trimmed.
 * Lone surrogates become U+FFFD. More than thirty marks on one letter are cut to thirty.
 *
 * Idempotent, never throws, linear in the length of the text.
 */
export function normalise(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replaceAll('\u00b4', "'")
    .replace(TOO_MANY_MARKS, '$1')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(FOLDED, (character) => FOLDS.get(character) ?? character)
    .replace(EASTERN_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(TOO_MANY_MARKS, '$1')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
