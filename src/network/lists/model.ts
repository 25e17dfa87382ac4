import { locales, type Locale } from '#platform/locale/locale.ts';
import { normalise } from '#platform/text/normalise.ts';

/** A column of a list of records; its header is known in each of the three languages. */
export interface ListColumn {
  key: string;
  /** Message key of its header. */
  header: `network_${string}`;
  /** The language of its text, where the field has three columns. */
  locale?: Locale;
  /** Message key of what is written in it. */
  help: `network_list_help_${string}`;
  /** In characters. */
  width: number;
  /** A closed list: each code with the message keys of its words, the first of which is written. */
  choices?: Readonly<Record<string, readonly `network_${string}`[]>>;
}

/** What is said of a list, or of one of its cells. */
export interface CellProblem {
  sheet: string | null;
  /** "B7"; null for the file as a whole. */
  cell: string | null;
  /** A message key. */
  reason: string;
  /** What the sentence names; `column` is a column's key. */
  values: Record<string, string | number>;
  /** Where anything is refused, nothing is written. */
  severity: 'refusal' | 'warning';
}

/** A row of a list; a column that the file doesn't have has no value, an empty cell is ''. */
export interface ListRow {
  /** As a spreadsheet numbers it, from 1. */
  number: number;
  values: Readonly<Record<string, string>>;
}

/** What a file holds, before anything is known of the node's own records. */
export interface List {
  sheet: string | null;
  /** For each column that the file has, its place from 0. */
  places: Record<string, number>;
  rows: ListRow[];
  problems: CellProblem[];
}

/** The three columns of a field that is written in three languages. */
export function trilingualColumns(field: string, column: Omit<ListColumn, 'key' | 'locale'>): ListColumn[] {
  return locales.map((locale) => ({ ...column, key: `${field}_${locale}`, locale }));
}

/** Languages as a list names them. */
export const languageChoices = {
  fr: ['network_language_fr'],
  ar: ['network_language_ar'],
  en: ['network_language_en'],
} as const;

/** Bidirectional marks, byte order marks, zero-width spaces, soft hyphens: nobody sees them in a cell. */
const INVISIBLE = /[\p{Bidi_Control}\u00ad\u200b\u2060\ufeff]/gu;

/** Composing takes the square of the accents on one letter; no written language comes near thirty. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * A cell's text as it will be kept: composed (NFC), without what nobody sees, lines trimmed and their spaces
 * single. Idempotent; two texts that are equal under it are the same to a reader.
 */
export function cleaned(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(TOO_MANY_MARKS, '$1')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether a text holds characters that no reader could read: controls, halves of a pair, replacements. */
export function isReadable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\ufffd]/u.test(text.replaceAll('\n', ''));
}

/** A word as it is looked up: whatever its case, accents, punctuation and spaces. */
export function wordKey(text: string): string {
  return normalise(text.slice(0, 300))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A column's letters, from 0: A, B, … Z, AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

/** A cell's name by its column's key; null where the file has no such column. */
export function cellOf({ places }: List, key: string, row: number): string | null {
  const place = places[key];
  return place === undefined ? null : letters(place) + row;
}

/** Records that a cell may refer to: by a code, whatever its case, or by a name, whatever its spelling. */
export class References {
  readonly #byKey = new Map<string, string>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(
    records: readonly { code: string; keys: readonly string[]; names: readonly (string | null)[] }[],
  ) {
    for (const { code, keys, names } of records) {
      for (const key of keys)
        if (!this.#byKey.has(key.toLowerCase())) this.#byKey.set(key.toLowerCase(), code);
      for (const name of names) {
        if (!name) continue;
        const word = wordKey(name);
        this.#byName.set(word, (this.#byName.get(word) ?? new Set()).add(code));
      }
    }
  }

  /** The code of the one record that is meant, or why it isn't clear. */
  find(text: string): string | Pick<CellProblem, 'reason' | 'values'> {
    const code = this.#byKey.get(text.toLowerCase());
    if (code !== undefined) return code;
    const named = [...(this.#byName.get(wordKey(text)) ?? [])];
    if (named.length === 1) return named[0]!;
    const values = { value: text, found: named.slice(0, 5).join(', ') };
    return { reason: named.length === 0 ? 'network_list_unknown' : 'network_list_ambiguous', values };
  }
}
