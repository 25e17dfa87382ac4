import { addDays } from '#platform/clock/local.ts';
import { LONGEST_QUERY, searchTerms } from '#platform/text/terms.ts';
import {
  commitmentKinds,
  commitmentStatuses,
  isSettled,
  type CommitmentStatus,
} from '../commitments/model.ts';
import { priorities, recommendationStatuses, type RecommendationStatus } from '../recommendations/model.ts';

/** The two registers that are read by filters. */
export const registers = ['recommendations', 'commitments'] as const;
export type Register = (typeof registers)[number];

/** Periods of deadlines that have a name; `none` is what has no deadline. */
export const deadlines = ['late', 'month', 'quarter', 'none'] as const;
/** As what an institution stands with a commitment. */
export const parts = ['lead', 'party', 'funder'] as const;

/** Commitments that are neither completed nor discontinued, in place of one status. */
export const OPEN = 'open';

/** The statuses that a view asks for; null where it asks for none. */
export function statusesOf({ status }: View): readonly (CommitmentStatus | RecommendationStatus)[] | null {
  if (status === undefined) return null;
  if (status === OPEN) return commitmentStatuses.filter((one) => !isSettled(one));
  return [status as CommitmentStatus];
}

/** What a register is narrowed to and how it is ordered: by name, in the one order in which an address has them. */
export const filterNames = [
  'q',
  'territory',
  'institution',
  'part',
  'serves',
  'workshop',
  'initiative',
  'recommendation',
  'status',
  'due',
  'from',
  'to',
  'priority',
  'kind',
  'sort',
] as const;
export type FilterName = (typeof filterNames)[number];

/** A way of reading a register, as its address says it. */
export type View = { readonly [Name in FilterName]?: string };

/** Why a filter is not applied. */
export interface ViewProblem {
  name: string;
  value: string;
  reason: 'unknown-filter' | 'unknown-value' | 'no-date' | 'no-word' | 'backwards';
}

type Kind = 'words' | 'address' | 'date' | readonly string[];

/** What each filter of a register takes: words to look for, the address of a record, a day, or one of some words. */
export const filters: Readonly<Record<Register, { readonly [Name in FilterName]?: Kind }>> = {
  recommendations: {
    q: 'words',
    territory: 'address',
    institution: 'address',
    serves: 'address',
    workshop: 'address',
    initiative: 'address',
    status: recommendationStatuses,
    due: deadlines,
    from: 'date',
    to: 'date',
    priority: [...priorities.map(String), 'none'],
    sort: ['register', 'due', 'priority', 'status', 'moved', 'newest'],
  },
  commitments: {
    q: 'words',
    territory: 'address',
    institution: 'address',
    part: parts,
    serves: 'address',
    recommendation: 'address',
    status: [OPEN, ...commitmentStatuses],
    due: deadlines,
    from: 'date',
    to: 'date',
    kind: commitmentKinds,
    sort: ['due', 'status', 'moved', 'newest'],
  },
};

/** The orders of a register; the first is the one it has by itself. */
export function sortsOf(register: Register): readonly string[] {
  return filters[register].sort as readonly string[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A value that is shown again in a sentence is not longer. */
const SHOWN = 80;

/** Whether a text is a day of the calendar, as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function problemOf(register: Register, name: string, value: string): ViewProblem['reason'] | null {
  const known = filters[register];
  const kind = Object.hasOwn(known, name) ? known[name as FilterName] : undefined;
  if (kind === undefined) return 'unknown-filter';
  if (kind === 'words') return searchTerms(value).length > 0 ? null : 'no-word';
  if (kind === 'date') return isDay(value) ? null : 'no-date';
  if (kind === 'address') return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? null : 'unknown-value';
  return kind.includes(value) ? null : 'unknown-value';
}

/** Words to look for as they stand in addresses. */
function typed(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY).toWellFormed().trim();
}

/** What an address asks of a register; whatever it can't mean is told and left out. Nothing makes it throw. */
export function readView(
  register: Register,
  query: URLSearchParams,
): { view: View; problems: ViewProblem[] } {
  const view: Record<string, string> = {};
  const problems: ViewProblem[] = [];
  for (const [name, given] of query) {
    const value = name === 'q' ? typed(given) : given.trim();
    if (name === 'page' || value === '') continue;
    const reason = Object.hasOwn(view, name) ? 'unknown-value' : problemOf(register, name, value);
    if (reason) problems.push({ name: name.slice(0, SHOWN), value: value.slice(0, SHOWN), reason });
    else view[name] = value;
  }
  if (view['from'] && view['to'] && view['from'] > view['to']) {
    problems.push({ name: 'to', value: view['to'], reason: 'backwards' });
    delete view['to'];
  }
  if (view['sort'] === sortsOf(register)[0]) delete view['sort'];
  return { view, problems };
}

/** A view as it stands in addresses, in the one way there is. */
export function viewQuery(view: View): string {
  return new URLSearchParams(
    filterNames.flatMap((name) => (view[name] ? [[name, view[name]]] : [])),
  ).toString();
}

/** A view without some of its filters. */
export function without(view: View, ...names: readonly FilterName[]): View {
  return Object.fromEntries(Object.entries(view).filter(([name]) => !names.includes(name as FilterName)));
}

/** What a view narrows a register to; how it is ordered is none of it. */
export function isNarrowed(view: View): boolean {
  return filterNames.some((name) => name !== 'sort' && view[name] !== undefined);
}

/** The days, both included, of the month or the quarter in which a day lies. */
export function periodOf(period: 'month' | 'quarter', today: string): { from: string; to: string } {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const first = period === 'month' ? month : Math.floor((month - 1) / 3) * 3 + 1;
  const next = first + (period === 'month' ? 1 : 3);
  const day = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}-01`;
  const after = next > 12 ? day(year + 1, next - 12) : day(year, next);
  return { from: day(year, first), to: addDays(after, -1) };
}
