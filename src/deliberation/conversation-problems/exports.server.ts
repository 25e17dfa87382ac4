import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import type { ConversationProblem } from '../conversations/model.ts';

type Say = (values: ConversationProblem['values'], options: { locale: Locale }) => string;

/** A problem as one sentence, without its file and line: a page and a terminal say these each in their own way. */
export function describeConversationProblem({ reason, values }: ConversationProblem, locale: Locale): string {
  const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]));
  return (m as unknown as Record<string, Say>)[reason]!(safe, { locale });
}

/** Text of a stranger's file within a sentence: short, and nothing in it may steer a terminal or a line. */
function shown(value: string | number): string {
  const text = String(value)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return text.length > 120 ? `${text.slice(0, 120).toWellFormed()}…` : text;
}
