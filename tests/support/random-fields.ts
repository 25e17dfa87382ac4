import { locales } from '#platform/locale/locale.ts';
import { columns } from '#platform/locale/text.ts';
import type { Row } from '#platform/journal/model.ts';
import type { PublicKind as RecordKind } from './public-kinds.ts';
import type { Random } from './random.ts';

/** What a random value may refer to. */
export interface Given extends Random {
  /** The id of a record that stands; older than `self` where the record is given, so that no parents circle. */
  id(kind: RecordKind): string;
  maybe(kind: RecordKind): string | null;
}

/** Columns that change together, with random values that the tables and the pages allow. */
export type Field = (given: Given) => Row;

export const text =
  (field: string): Field =>
  (given) => {
    const original = given.pick(locales);
    const written = locales.filter((locale) => locale === original || given.chance(0.6));
    return columns(field, {
      original,
      ...Object.fromEntries(written.map((locale) => [locale, `${field} ${locale} ${given.word()} <&"'>`])),
    });
  };
export const optionalText =
  (field: string): Field =>
  (given) =>
    given.chance(0.3) ? columns(field, undefined) : text(field)(given);
export const word =
  (column: string): Field =>
  (given) => ({ [column]: given.word() });
export const number =
  (column: string): Field =>
  (given) => ({ [column]: given.int(20) });
export const code =
  (column: string, codes: readonly string[]): Field =>
  (given) => ({ [column]: given.pick(codes) });
export const link =
  (column: string, kind: RecordKind): Field =>
  (given) => ({ [column]: given.id(kind) });
export const optionalLink =
  (column: string, kind: RecordKind): Field =>
  (given) => ({ [column]: given.maybe(kind) });

/** Two dates, the second not before the first, as exact as one another. */
export const dates =
  (from: string, to: string): Field =>
  (given) => {
    const exact = given.pick([4, 7, 10]);
    const day = () => `20${given.int(20) + 10}-0${given.int(9) + 1}-1${given.int(10)}`.slice(0, exact);
    const [first, last] = [day(), day()].sort();
    return { [from]: first, [to]: last };
  };
