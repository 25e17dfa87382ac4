import { collator } from './format.ts';
import type { Locale } from './locale.ts';
import { requiredPassage, type Trilingual } from './text.ts';

/**
 * Rows in the order of their names as a reader sees them. Databases order letters each in their own way, and none
 * of them by the language of the reader.
 */
export function inNameOrder<Row extends Trilingual<'name'>>(rows: readonly Row[], locale: Locale): Row[] {
  const { compare } = collator(locale);
  return rows
    .map((row) => ({ row, name: requiredPassage(row, 'name', locale).text }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ row }) => row);
}
