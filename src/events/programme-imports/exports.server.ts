import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { quoted } from '#platform/text/inert.ts';
import type { ProgrammeProblem } from '../programme-files/model.ts';

type Say = (values: ProgrammeProblem['values'], options: { locale: Locale }) => string;

/** A problem as one sentence, without its line: a page and a terminal say where each in their own way. */
export function describeProgrammeProblem({ reason, values }: ProgrammeProblem, locale: Locale): string {
  const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, quoted(value)]));
  return (m as unknown as Record<string, Say>)[reason]!(safe, { locale });
}
