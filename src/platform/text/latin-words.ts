/** Latin-script words: elision, contraction, compounds and inclusive writing. Input is folded by `normalise`. */

const FRENCH_ELISIONS = new Set('l d j m t s n c qu lorsqu puisqu jusqu quoiqu quelqu'.split(' '));
const ENGLISH_ELISIONS = new Set(['l', 'd']);
const ENGLISH_CONTRACTIONS = new Set(['s', 'll', 're', 've', 'd', 'm']);
const FRENCH_CONTRACTIONS = new Set(['s']);

/** Pronouns that French hangs on a verb or a demonstrative with a hyphen: no compound word ends in one. */
const ENCLITICS = new Set(
  'il elle on ils elles je tu nous vous ce la le les lui leur moi toi y en ci t'.split(' '),
);

const FEMININE = new Set('e le ne te se ve fe ere rice trice euse esse'.split(' '));
/** Feminine endings that a single hyphen may carry: the others (-le, -te …) could be an enclitic. */
const HYPHENATED = new Set('e es ne nes rice rices trice trices euse euses'.split(' '));

/** `(e)s`, `(s)`, `.e.s` after a letter: the spellings of inclusive writing that hold no word character. */
const BRACKETED = /(?<=\p{L})\((le|ne|te|se|ve|ere|rice|trice|euse|es?|s)\)(s?)(?!\p{L})/gu;
const DOTTED = /(?<=\p{L})\.(?:(e|rice|trice|euse)(?:\.?(s))?|(le|ne|te|ve)\.(s))(?![\p{L}\p{N}])/gu;

/** Rewrites brackets and full stops of inclusive writing with middle dots, so that one rule reads them all. */
export function unifyInclusive(text: string): string {
  return text
    .replace(BRACKETED, (_, ending: string, plural: string) => `·${ending}${plural && '·s'}`)
    .replace(DOTTED, (_, e1?: string, s1?: string, e2?: string, s2?: string) => {
      return `·${e1 ?? e2}${(s1 ?? s2) ? '·s' : ''}`;
    });
}

/** migrant-e-s → [migrants]; acteur·rice·s → [acteurs, actrices]; null where it is not inclusive writing. */
function inclusive(chunk: string): string[] | null {
  const dotted = chunk.includes('·');
  const [base = '', ending = '', plural, ...more] = chunk.split(/[-·]/);
  if (base.length < 3 || more.length > 0 || (plural !== undefined && plural !== 's')) return null;
  if (ending === 's' && dotted && plural === undefined) return [`${base}s`];
  const endsInS = plural === 's' || (ending.endsWith('s') && ending.length > 1);
  const singular = ending.endsWith('s') ? ending.slice(0, -1) : ending;
  if (!FEMININE.has(singular)) return null;
  if (!dotted && plural === undefined && !HYPHENATED.has(ending)) return null;
  const s = endsInS ? 's' : '';
  const masculine = endsInS && base.endsWith('s') ? base : `${base}${s}`;
  const root = /^(?:rice|trice|euse)$/.test(singular) && base.endsWith('eur') ? base.slice(0, -3) : null;
  if (root === null) return [masculine];
  const tail = singular === 'trice' && root.endsWith('t') ? 'rice' : singular;
  return [masculine, `${root}${tail}${s}`];
}

/** One part without hyphens → its words: l'oriental → [oriental], m'diq → [mdiq], m'hamid → [hamid, mhamid]. */
function unelided(part: string, english: boolean): string[] {
  const pieces = part.split("'").filter((piece) => piece !== '');
  const elisions = english ? ENGLISH_ELISIONS : FRENCH_ELISIONS;
  const contractions = english ? ENGLISH_CONTRACTIONS : FRENCH_CONTRACTIONS;
  if (pieces.length > 1 && contractions.has(pieces.at(-1) ?? '')) pieces.pop();
  let first = 0;
  while (
    first < pieces.length - 1 &&
    elisions.has(pieces[first] ?? '') &&
    /^[aeiouyh]/.test(pieces[first + 1] ?? '')
  ) {
    first += 1;
  }
  const word = pieces.slice(first).join('');
  if (word === '') return [];
  const before = pieces[first - 1];
  // Before h, m' and n' begin Moroccan and West African names as often as they are French pronouns: index both.
  const name = (before === 'm' || before === 'n') && word.startsWith('h');
  return name ? [word, `${before}${word}`] : [word];
}

/**
 * The words of a chunk of Latin (or other alphabetic) letters, digits, apostrophes, hyphens and middle dots, in order.
 * A compound gives its parts and then the joined form: multi-acteurs → [multi, acteurs, multiacteurs].
 */
export function latinWords(chunk: string, english: boolean): string[] {
  const trimmed = chunk.replace(/^['·-]+/, '').replace(/(?<!['·-])['·-]+$/, '');
  const whole = unelided(trimmed, english);
  if (!/[-·]/.test(trimmed)) return whole;
  const gendered = whole.flatMap((word) => inclusive(word) ?? []);
  if (gendered.length > 0) return gendered;
  const parts = trimmed
    .split(/[-·]+/)
    .map((part) => unelided(part, english))
    .filter((words) => words.length > 0);
  const words = parts.flat();
  const last = parts.at(-1)?.[0] ?? '';
  if (parts.length < 2 || (ENCLITICS.has(last) && !english)) return words;
  return [...words, parts.map((part) => part[0]).join('')];
}
