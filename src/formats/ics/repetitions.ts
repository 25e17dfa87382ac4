/** Which items a calendar's events are, once repetitions are counted out. */
import { addDays, DAY } from '#platform/clock/local.ts';
import type { Moment, When } from '../schedule/model.ts';
import { quoted, type Problems } from '../schedule/problems.ts';
import { later, readMoment } from '../schedule/times.ts';
import type { ReadEvent } from './events.ts';
import { occurrencesOf } from './recurrence.ts';

export interface Repetition {
  event: ReadEvent;
  /** The UID; of one occurrence among several, with its time behind. */
  id: string | null;
  when: When | null;
  repeated: boolean;
}

/** Every event, or its occurrences in place of it. What a rule gives beyond the bounds is left out and said. */
export function* repetitionsOf(events: readonly ReadEvent[], problems: Problems): Generator<Repetition> {
  const replaced = new Set(
    events.flatMap(({ uid, replaces }) => (uid !== null && replaces ? [`${uid}/${keyOf(replaces)}`] : [])),
  );
  for (const event of events) {
    const { uid, when, rules, added, replaces } = event;
    const of = (moment: Moment) => (uid === null ? null : `${uid}/${keyOf(moment)}`);
    if (replaces) yield { event, id: of(replaces), when, repeated: true };
    else if (!when || (rules.length === 0 && added.length === 0))
      yield { event, id: uid, when, repeated: false };
    else
      for (const moment of momentsOf(event, when, problems))
        if (!replaced.has(of(moment) ?? ''))
          yield { event, id: of(moment), when: moved(when, moment), repeated: true };
  }
}

function momentsOf(event: ReadEvent, when: When, problems: Problems): Moment[] {
  const { rules, added, removed, moment } = event;
  const byDay = 'firstDay' in when;
  const first = byDay ? when.firstDay : when.start.local;
  const at = (occurrence: string): Moment =>
    byDay ? { local: `${occurrence}T00:00`, instant: null } : moment(occurrence);
  const moments = new Map<string, Moment>();
  const add = (one: Moment) => moments.set(keyOf(one), one);
  if (rules.length === 0) add(byDay ? at(first) : when.start);
  for (const { values, line } of rules) {
    const [rule] = values as [Record<string, unknown> | undefined];
    const found = occurrencesOf(rule, first, (occurrence) => isAfter(at(occurrence), rule?.['until']));
    if (!found) problems.warning(line, 'rule-not-read', { rule: quoted(wordsOf(rule)) });
    else if (!found.complete) problems.warning(line, 'rule-shortened', { count: found.times.length });
    for (const occurrence of found?.times ?? [first]) add(at(occurrence));
  }
  for (const one of added) add(one);
  const days = new Set(removed.flatMap((one) => ('day' in one ? [one.day] : [])));
  const instants = new Set(removed.flatMap((one) => ('day' in one ? [] : [keyOf(one)])));
  return [...moments]
    .filter(([key, one]) => !instants.has(key) && !days.has(one.local.slice(0, 10)))
    .map(([, one]) => one)
    .sort((one, other) => one.local.localeCompare(other.local));
}

/** A rule's end is a day, a local time or an instant; the occurrence at it is the last. */
function isAfter(occurrence: Moment, until: unknown): boolean {
  if (typeof until !== 'string') return false;
  if (until.length === 10) return occurrence.local.slice(0, 10) > until;
  const end = readMoment(until, null);
  if (!end) return false;
  return until.endsWith('Z') && occurrence.instant !== null
    ? occurrence.instant > end.instant!
    : occurrence.local > end.local;
}

function moved(when: When, to: Moment): When {
  if ('firstDay' in when) {
    const firstDay = to.local.slice(0, 10);
    const days = (Date.parse(when.lastDay) - Date.parse(when.firstDay)) / DAY;
    return { firstDay, lastDay: addDays(firstDay, days) };
  }
  if (!when.end) return { start: to, end: null };
  return { start: to, end: later(to, minutesFrom(when.start, when.end), null) };
}

function minutesFrom(start: Moment, end: Moment): number {
  const milliseconds =
    start.instant !== null && end.instant !== null
      ? end.instant - start.instant
      : Date.parse(`${end.local}Z`) - Date.parse(`${start.local}Z`);
  return Math.max(0, Math.round(milliseconds / 60_000));
}

/** What tells occurrences apart: the instant where it is known. */
function keyOf({ local, instant }: Moment): string {
  return instant === null ? local : new Date(instant).toISOString().slice(0, 16) + 'Z';
}

function wordsOf(rule: Record<string, unknown> | undefined): string {
  return Object.entries(rule ?? {})
    .map(([name, value]) => `${name.toUpperCase()}=${String(value)}`)
    .join(';');
}
