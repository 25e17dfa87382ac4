import { m } from '#messages';
import { conceptWord } from '#network/components/words.ts';
import { formatDate } from '#platform/locale/format.ts';
import { getLocale } from '#messages/runtime';
import { read } from '#platform/locale/reader.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { LocalText } from '#ui/text.ts';
import type { CommitmentKind, CommitmentStatus } from '../../commitments/model.ts';
import { commitmentKindWord, commitmentStatusWord } from '../../commitments/components/words.ts';
import { priorityWord } from '../../recommendations/components/fields.ts';
import type { Priority, RecommendationStatus } from '../../recommendations/model.ts';
import { statusWord } from '../../status/components/words.ts';
import {
  filterNames,
  filters,
  OPEN,
  type FilterName,
  type Register,
  type View,
  type ViewProblem,
} from '../model.ts';
import type { Asked, Named } from '../queries.server.ts';

const labels: Record<FilterName, (register: Register) => string> = {
  q: m.follow_up_filter_words,
  territory: m.follow_up_filter_territory,
  institution: (register) =>
    register === 'recommendations' ? m.follow_up_filter_addressee() : m.follow_up_filter_institution(),
  part: m.follow_up_filter_part,
  serves: m.follow_up_filter_serves,
  workshop: m.follow_up_filter_workshop,
  initiative: m.follow_up_filter_initiative,
  recommendation: m.follow_up_filter_recommendation,
  status: m.follow_up_filter_status,
  due: m.follow_up_filter_due,
  from: m.follow_up_filter_from,
  to: m.follow_up_filter_to,
  priority: m.follow_up_field_priority,
  kind: m.follow_up_field_commitment_kind,
  sort: m.follow_up_filter_sort,
};

/** What a filter is called. */
export const filterWord = (register: Register, name: FilterName): string => labels[name](register);

const parts: Record<string, () => string> = {
  lead: m.follow_up_filter_part_lead,
  party: m.follow_up_filter_part_party,
  funder: m.follow_up_filter_part_funder,
};
const deadlines: Record<string, () => string> = {
  late: m.follow_up_filter_due_late,
  month: m.follow_up_filter_due_month,
  quarter: m.follow_up_filter_due_quarter,
  none: m.follow_up_filter_due_none,
};
const sorts: Record<string, () => string> = {
  register: m.follow_up_sort_register,
  due: m.follow_up_sort_due,
  priority: m.follow_up_sort_priority,
  status: m.follow_up_sort_status,
  moved: m.follow_up_sort_moved,
  newest: m.follow_up_sort_newest,
};

/** How far something has come, in the words of its register. */
export function standingWord(register: Register, status: string): string {
  return register === 'recommendations'
    ? statusWord(status as RecommendationStatus)
    : commitmentStatusWord(status as CommitmentStatus);
}

/** One of the words that a filter takes, as readers know it. */
export function choiceWord(register: Register, name: FilterName, value: string): string {
  if (name === 'status')
    return value === OPEN ? m.follow_up_filter_status_open() : standingWord(register, value);
  if (name === 'kind') return commitmentKindWord(value as CommitmentKind);
  if (name === 'priority')
    return value === 'none' ? m.follow_up_filter_priority_none() : priorityWord(Number(value) as Priority);
  if (name === 'part') return parts[value]!();
  if (name === 'due') return deadlines[value]!();
  return sorts[value]!();
}

/** The choices of a filter that takes one of some words. */
export function choicesOf(register: Register, name: FilterName) {
  const kind = filters[register][name];
  return (Array.isArray(kind) ? (kind as readonly string[]) : []).map((value) => ({
    value,
    label: choiceWord(register, name, value),
  }));
}

/** Words of the page itself, or of a record that has its name in another language. */
interface Said {
  text: string;
  lang?: LocalText['lang'];
  dir?: LocalText['dir'];
}

/** What a filter of a view is set to, in words. */
function valueWord(register: Register, name: FilterName, view: View, named: Named): Said {
  const value = view[name] ?? '';
  if (name === 'q') return { text: value };
  if (name === 'from' || name === 'to') return { text: formatDate(value, getLocale()) };
  if (name === 'serves' && named.serves) return servesWord(named.serves);
  if (name === 'workshop' && named.workshop) return read(named.workshop, 'title');
  if (name === 'recommendation' && named.recommendation) return { text: named.recommendation.reference };
  const record = (named as Record<string, object | undefined>)[name];
  return record ? read(record as Trilingual<'name'>, 'name') : { text: choiceWord(register, name, value) };
}

/** A goal, an axis or a priority with its sign. */
export function servesWord(concept: NonNullable<Named['serves']>): LocalText {
  const name = read(concept, 'name');
  return { ...name, text: `${conceptWord(concept)} · ${name.text}` };
}

/** What a view narrows a register to, filter by filter, as readers know it. */
export function filtersOf({ register, view, named }: Pick<Asked, 'register' | 'view' | 'named'>) {
  return filterNames
    .filter((name) => name !== 'sort' && view[name] !== undefined)
    .map((name) => ({
      name,
      label: filterWord(register, name),
      value: valueWord(register, name, view, named),
    }));
}

/** Why something that an address asks for is left out, as a sentence. */
export function problemWord(register: Register, { name, value, reason }: ViewProblem): string {
  if (reason === 'unknown-filter') return m.follow_up_filter_unknown({ name });
  const filter = filterWord(register, name as FilterName);
  if (reason === 'no-word') return m.follow_up_filter_no_word({ value });
  if (reason === 'no-date') return m.follow_up_filter_no_date({ filter, value });
  if (reason === 'backwards') return m.follow_up_filter_backwards();
  return m.follow_up_filter_unknown_value({ filter, value });
}
