import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { quoted } from '#platform/text/inert.ts';
import type { ConversationProblem } from '../conversations/model.ts';

type Say = (values: ConversationProblem['values'], options: { locale: Locale }) => string;

/** A problem as one sentence, without its file and line: a page and a terminal say these each in their own way. */
export function describeConversationProblem({ reason, values }: ConversationProblem, locale: Locale): string {
  const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, quoted(value)]));
  return (m as unknown as Record<string, Say>)[reason]!(safe, { locale });
}
