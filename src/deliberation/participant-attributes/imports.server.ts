import { actorTypes } from '#events/workshops/model.ts';
import { unguarded } from '#formats/csv/guard.ts';
import { oneLine } from '#formats/text/text.ts';
import { locales } from '#platform/locale/locale.ts';
import { FileRefusal } from '../conversation-problems/model.ts';
import { readTable, type Reading } from '../conversation-tables/imports.server.ts';
import { wholeNumber } from '../conversation-tables/model.ts';
import { conversationLimits } from '../conversations/model.ts';
import { typeWord } from './components/words.ts';
import type { ParticipantAttributes } from './model.ts';

/**
 * Reads `participants.csv`, a participant a row, in any order of columns: `participant` (or `voter-id`), the number that
 * the votes give them, and one or more of `actor-type`, `territory` and `weight`; cells may be empty, and further
 * columns are left aside. Actor types that the program knows may be written by their code or by their word in any of its
 * languages.
 * @param participants the numbers of those who are known, ascending
 * @returns also what is told, by row
 * @throws FileRefusal
 */
export async function readAttributes(reading: Reading, participants: Float64Array) {
  const limits = conversationLimits;
  const { problems, file } = reading;
  const types = new Told('actor-type', participants.length, codeOf);
  const places = new Told('territory', participants.length);
  const weights = new Float64Array(participants.length).fill(1);
  const seen = new Uint8Array(participants.length);
  const table = await readTable(reading, {
    columns: ['participant'],
    optional: told,
    aliases: { 'voter-id': 'participant' },
    multiline: false,
    texts: true,
    longest: 10_000,
    rows: { most: limits.participants, kind: 'participants' },
    header(names) {
      if (!told.some((name) => names.includes(name))) throw new FileRefusal('no_attributes');
      const known: readonly string[] = ['participant', ...told];
      const others = names.filter((name) => name !== '' && !known.includes(name));
      if (others.length === 0) return;
      const columns = others.slice(0, 10).join(', ') + (others.length > 10 ? ' …' : '');
      problems.add('other_columns', file.name, 1, { columns });
    },
    row(fields, at) {
      const written = fields[at.participant]!;
      const id = wholeNumber(written);
      if (id < 0) return { word: 'no_participant', value: written };
      const row = placeIn(participants, id);
      if (row < 0) return { word: 'unknown_participant', value: String(id) };
      if (seen[row]) return { word: 'doubled_participant', value: String(id) };
      const cell = (name: (typeof told)[number]) =>
        at[name] < 0 ? '' : oneLine(unguarded(fields[at[name]]!)).normalize('NFC');
      const [type, place, weight] = [cell('actor-type'), cell('territory'), cell('weight')];
      const long = [type, place].find((name) => name.length > limits.category);
      if (long !== undefined)
        return {
          word: 'category_too_long',
          value: `${long.slice(0, 20)}…`,
          values: { limit: limits.category },
        };
      const people = weight === '' ? 1 : wholeNumber(weight.replace(/\.0{1,10}$/, ''));
      if (people < 1 || people > limits.weight)
        return { word: 'no_weight', value: weight, values: { limit: limits.weight } };
      seen[row] = 1;
      types.tell(row, type);
      places.tell(row, place);
      weights[row] = people;
      return null;
    },
  });
  const attributes: ParticipantAttributes = {
    actorTypes: types.all(),
    territories: places.all(),
    weights: weights.some((weight) => weight > 1) ? weights : null,
  };
  return { ...table, attributes };
}

/** What a row may tell. */
const told = ['actor-type', 'territory', 'weight'] as const;

/** Where a number stands among ascending ones; -1 where it doesn't. */
function placeIn(numbers: Float64Array, number: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === number ? from : -1;
}

/** Collects the kinds of participants; spellings that differ by their case alone are one. */
class Told {
  readonly #column: string;
  readonly #nameOf: (text: string) => string;
  readonly #names: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #of: Int32Array;

  constructor(column: string, participants: number, nameOf = (text: string) => text) {
    this.#column = column;
    this.#nameOf = nameOf;
    this.#of = new Int32Array(participants).fill(-1);
  }

  tell(row: number, text: string): void {
    if (text === '') return;
    const name = this.#nameOf(text);
    const key = name.toLowerCase();
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#names.push(name) - 1;
      this.#places.set(key, place);
      const limit = conversationLimits.categories;
      if (this.#names.length > limit)
        throw new FileRefusal('too_many_categories', { column: this.#column, limit });
    }
    this.#of[row] = place;
  }

  /** Null where nothing was told. */
  all() {
    return this.#names.length > 0 ? { names: this.#names, of: this.#of } : null;
  }
}

const keyOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

let codes: Map<string, string> | undefined;

/** The code of an actor type of the program, where the text is its code or its word in any language; else the text. */
function codeOf(text: string): string {
  codes ??= new Map(
    actorTypes.flatMap((type) =>
      [type, ...locales.map((locale) => typeWord(type, locale))].map((word) => [keyOf(word), type]),
    ),
  );
  return codes.get(keyOf(text)) ?? text;
}
