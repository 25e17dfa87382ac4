import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { quoted } from '#platform/text/inert.ts';
import type { ListFormat, ListProblem } from './model.ts';

type Say = (values: ListProblem['values'], options: { locale: Locale }) => string;

/** A problem as one sentence: where (line or entry, and column), then what. */
export function describeProblem(problem: ListProblem, format: ListFormat, locale: Locale): string {
  const { place, field, reason } = problem;
  const values = Object.fromEntries(
    Object.entries(problem.values).map(([name, value]) => [name, quoted(value)]),
  );
  const sentence = (m as unknown as Record<string, Say>)[reason]!(values, { locale });
  if (place === null) return sentence;
  const where =
    format === 'csv'
      ? m.network_import_line({ number: place }, { locale })
      : m.network_import_entry({ number: place }, { locale });
  return field === null
    ? m.network_import_at({ where, sentence }, { locale })
    : m.network_import_at_field({ where, field, sentence }, { locale });
}
