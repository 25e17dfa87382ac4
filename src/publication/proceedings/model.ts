import { dayIn } from '#platform/clock/due.ts';

/** The day of the last change among some records, YYYY-MM-DD: the day a paper made of them is of. */
export function lastChange(
  rows: readonly ({ updated_at: string } | { created_at: string } | undefined)[],
): string {
  const instants = rows.flatMap((row) =>
    row ? ['updated_at' in row ? row.updated_at : row.created_at] : [],
  );
  return dayIn(instants.reduce((last, instant) => (instant > last ? instant : last), '1970-01-01'));
}
