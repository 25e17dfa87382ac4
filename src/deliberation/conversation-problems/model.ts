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

  /** Whether a file is refused. */
  get refused(): boolean {
    return this.#counts.refusal > 0;
  }

  /** Something to know of a file as a whole before everything else. */
  lead(word: (typeof notices)[number], file: string, values: Values = {}): void {
    this.#counts.notice += 1;
    const reason = `deliberation_conversation_${word}` as const;
    this.#named.unshift({ file, line: null, reason, values, severity: 'notice' });
  }

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

/** How many lines are named of what is the same on many. */
const LINES_NAMED = 5;

/**
 * Something to know of rows that may be true of many: of one it is said in full, of several in one sentence with the
 * first lines and how many more there are.
 */
export class Repeated {
  readonly #word: 'other_tallies' | 'other_counts' | 'unknown_participant';
  readonly #lines: number[] = [];
  #count = 0;
  #first: Values = {};

  constructor(word: 'other_tallies' | 'other_counts' | 'unknown_participant') {
    this.#word = word;
  }

  add(line: number, values: Values): void {
    if (this.#count === 0) this.#first = values;
    this.#count += 1;
    if (this.#lines.length < LINES_NAMED) this.#lines.push(line);
  }

  /** Says it of a file, where there is anything to say. */
  tell(problems: Problems, file: string): void {
    const more = this.#count - this.#lines.length;
    if (this.#count === 1) problems.add(this.#word, file, this.#lines[0]!, this.#first);
    else if (this.#count > 1) {
      const lines = this.#lines.join(', ') + (more > 0 ? ` … +${more}` : '');
      problems.add(`${this.#word}_often`, file, null, { count: this.#count, lines });
    }
  }
}

function severityOf(word: Word): Severity {
  if ((refusals as readonly string[]).includes(word)) return 'refusal';
  return (unreadRows as readonly string[]).includes(word) ? 'unread' : 'notice';
}
