import { scheduleLimits, type ScheduleFault, type ScheduleProblem, type ScheduleReading } from './model.ts';

/** Gathers what is wrong with a file; after so many, only their number. */
export class Problems {
  readonly list: ScheduleProblem[] = [];
  #unsaid = 0;
  #unsaidSeverity: ScheduleProblem['severity'] = 'warning';

  error(line: number | null, reason: ScheduleFault, values: ScheduleProblem['values'] = {}): void {
    this.#add({ line, reason, values, severity: 'error' });
  }

  warning(line: number | null, reason: ScheduleFault, values: ScheduleProblem['values'] = {}): void {
    this.#add({ line, reason, values, severity: 'warning' });
  }

  /** Of what many parts of a file have in common: one warning, at the first, with their number. */
  counted(line: number, reason: ScheduleFault, values: ScheduleProblem['values'] = {}): void {
    const first = this.list.find((problem) => problem.reason === reason && 'count' in problem.values);
    if (first) first.values['count'] = Number(first.values['count']) + 1;
    else this.warning(line, reason, { ...values, count: 1 });
  }

  #add(problem: ScheduleProblem): void {
    if (this.list.length < scheduleLimits.problems) {
      this.list.push(problem);
      return;
    }
    this.#unsaid += 1;
    if (problem.severity === 'error') this.#unsaidSeverity = 'error';
  }

  /** Everything by line, what concerns the whole file first. */
  all(): ScheduleProblem[] {
    const sorted = this.list.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    if (this.#unsaid === 0) return sorted;
    const values = { count: this.#unsaid };
    return [...sorted, { line: null, reason: 'more-problems', values, severity: this.#unsaidSeverity }];
  }
}

/** The reading of a file that is none, with the one reason why. */
export function unreadable(
  line: number | null,
  reason: ScheduleFault,
  values: ScheduleProblem['values'] = {},
): ScheduleReading {
  return { schedule: null, problems: [{ line, reason, values, severity: 'error' }] };
}

/** Text of a file as a sentence may quote it: short. */
export function quoted(value: string): string {
  const text = value.trim();
  return text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text;
}
