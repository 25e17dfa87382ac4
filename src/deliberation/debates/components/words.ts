import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import type { Option } from '#platform/forms/fields.ts';
import { formatDate, formatDates, formatNumber } from '#platform/locale/format.ts';
import { locales } from '#platform/locale/locale.ts';
import type { DebateCounts, DebateRow } from '../model.ts';

/** When a debate was held, as exactly as it is known. */
export function daysWord({ starts_on, ends_on }: Pick<DebateRow, 'starts_on' | 'ends_on'>): string {
  return ends_on && ends_on !== starts_on
    ? formatDates(starts_on, ends_on, getLocale())
    : formatDate(starts_on, getLocale());
}

/** The figures of a debate, one by one. */
export function countWords({ participants, statements, votes, groups }: DebateCounts): string[] {
  const of = (count: number) => ({ count, number: formatNumber(count, getLocale()) });
  return [
    m.deliberation_debate_participants(of(participants)),
    m.deliberation_debate_statements(of(statements)),
    m.deliberation_debate_votes(of(votes)),
    groups > 0 ? m.deliberation_debate_groups(of(groups)) : m.deliberation_debate_no_groups(),
  ];
}

/** A language as readers call it; its code where they have no word for it. */
export function languageWord(code: string): string {
  if (code === 'mul') return m.deliberation_debate_several_languages();
  return new Intl.DisplayNames(getLocale(), { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** Languages of the regions and their neighbours beside those of the program; a debate may be in any other. */
const usual = ['zgh', 'es', 'pt', 'it', 'de', 'nl', 'tr', 'wo', 'ff', 'ha', 'sw'];

/**
 * The languages that statements may be in, as readers call them: those of the program, usual others in the order of
 * their names, several. @param present that of the record, offered whatever it is
 */
export function statementLanguages(present?: string): Option[] {
  const option = (value: string): Option => ({ value, label: languageWord(value) });
  const known: readonly string[] = [...locales, ...usual, 'mul'];
  const others = [...usual, ...(present && !known.includes(present) ? [present] : [])].map(option);
  others.sort((a, b) => a.label.localeCompare(b.label, getLocale()));
  return [...locales.map(option), ...others, option('mul')];
}
