import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { quoted } from '#platform/text/inert.ts';
import type { ConversationProblem } from '../conversations/model.ts';

type Say = (values: ConversationProblem['values'], options: { locale: Locale }) => string;

/** A problem as one sentence, without its file and line: a page and a terminal say these each in their own way. */
export function describeConversationProblem({ reason, values }: ConversationProblem, locale: Locale): string {
  const safe = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, listed(name, quoted(value), locale)]),
  );
  return (m as unknown as Record<string, Say>)[reason]!(safe, { locale });
}

/** Lists are kept with Latin commas; Arabic has one of its own. */
function listed(name: string, value: string | number, locale: Locale): string | number {
  const isList = name === 'lines' || name === 'statements' || name === 'columns';
  return locale === 'ar' && isList ? String(value).replaceAll(', ', '، ') : value;
}
