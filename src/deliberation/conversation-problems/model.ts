import {
  conversationLimits,
  refusals,
  unreadRows,
  type ConversationProblem,
  type ConversationReading,
  type notices,
  type Severity,
} from '../conversations/model.ts';

type Word = (typeof refusals)[number] | (typeof unreadRows)[number] | (typeof notices)[number];
type Values = ConversationProblem['values'];

/** Says why a file is not read, or not read to its end. */
export class FileRefusal extends Error {
  override name = 'FileRefusal';
  readonly word: (typeof refusals)[number];
  readonly values: Values;
  constructor(word: (typeof refusals)[number], values: Values = {}) {
    super(word);
    this.word = word;
    this.values = values;
  }
}

/** What is to be said of a conversation's files: the first of each severity are named, all are counted. */
export class Problems {
  readonly #named: ConversationProblem[] = [];
  readonly #counts: Record<Severity, number> = { refusal: 0, unread: 0, notice: 0 };

  /** @param line from 1; null for the file as a whole */
  add(word: Word, file: string, line: number | null = null, values: Values = {}): void {
    const severity = severityOf(word);
    this.#counts[severity] += 1;
    if (this.#counts[severity] > conversationLimits.problems) return;
    this.#named.push({ file, line, reason: `deliberation_conversation_${word}`, values, severity });
  }

  /** Named ones in the order in which they were found, and how many more there are. */
  all(): Pick<ConversationReading, 'problems' | 'unnamed'> {
    const more = (severity: Severity) => Math.max(0, this.#counts[severity] - conversationLimits.problems);
    return {
      problems: this.#named,
      unnamed: { refusal: more('refusal'), unread: more('unread'), notice: more('notice') },
    };
  }
}

function severityOf(word: Word): Severity {
  if ((refusals as readonly string[]).includes(word)) return 'refusal';
  return (unreadRows as readonly string[]).includes(word) ? 'unread' : 'notice';
}
