import { DAY } from '#platform/clock/local.ts';
import { endsBeforeStart, endsNextDay, spanOf, DAY_MINUTES, type Hours } from '../programme-hours/model.ts';
import { inOrder } from '../programme-order/model.ts';
import type { ItemKind, Part } from '../programme/model.ts';
import { isWithin, type WorkshopRow } from '../workshops/model.ts';

/** An item as conflicts are looked for in it: people and rooms by keys under which their spellings meet. */
export interface Planned extends Hours {
  id: string;
  position: number;
  kind: ItemKind;
  /** The room in whichever languages it is written in; empty where it isn't known. */
  rooms: readonly { key: string; name: string }[];
  people: readonly { key: string; name: string; part: Part }[];
}

/** What is probably wrong in a programme. It is said, and never keeps anything from being saved. */
export type Conflict = { item: string } & (
  | { kind: 'person-twice'; with: string; name: string }
  | { kind: 'room-twice'; with: string; room: string }
  | { kind: 'outside-days' | 'past-midnight' | 'end-before-start' | 'no-moderator' | 'no-hours' }
  | { kind: 'out-of-order'; with: string }
);

type Days = Pick<WorkshopRow, 'starts_on' | 'ends_on'>;

/** All conflicts of a programme, in its order; one between two items is told of both. */
export function conflictsOf(items: readonly Planned[], days: Days): Conflict[] {
  const ordered = inOrder(items);
  const spans = new Map(ordered.map((item) => [item.id, absoluteSpan(item)]));
  return ordered.flatMap((item) => [
    ...alone(item, days),
    ...betweenHours(item, ordered),
    ...outOfOrder(item, ordered),
    ...ordered
      .filter((other) => other.id !== item.id && overlap(spans.get(item.id), spans.get(other.id)))
      .flatMap((other) => together(item, other)),
  ]);
}

/** Conflicts as a list at the top says them: one between two items once, of the first of them. */
export function eachOnce(conflicts: readonly Conflict[]): Conflict[] {
  const said = new Set<string>();
  return conflicts.filter((conflict) => {
    if (!('with' in conflict) || conflict.kind === 'out-of-order') return true;
    const what = 'name' in conflict ? conflict.name : conflict.room;
    const key = [conflict.kind, what, ...[conflict.item, conflict.with].toSorted()].join('\n');
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}

function alone(item: Planned, days: Days): Conflict[] {
  const found: Conflict[] = [];
  if (item.day !== null && !isWithin(days, item.day)) found.push({ kind: 'outside-days', item: item.id });
  if (endsBeforeStart(item)) found.push({ kind: 'end-before-start', item: item.id });
  if (endsNextDay(item)) found.push({ kind: 'past-midnight', item: item.id });
  if (item.kind === 'session' && !item.people.some(({ part }) => part === 'moderator'))
    found.push({ kind: 'no-moderator', item: item.id });
  return found;
}

/** An item without an hour, on a day on which there are hours before and after it. */
function betweenHours(item: Planned, ordered: readonly Planned[]): Conflict[] {
  if (item.day === null || item.starts_at !== null) return [];
  const timed = ordered.filter(({ day, starts_at }) => day === item.day && starts_at !== null);
  const before = timed.some(({ position }) => position < item.position);
  const after = timed.some(({ position }) => position > item.position);
  return before && after ? [{ kind: 'no-hours', item: item.id }] : [];
}

/** An item that stands after one which begins later. */
function outOfOrder(item: Planned, ordered: readonly Planned[]): Conflict[] {
  if (item.starts_at === null) return [];
  const before = ordered.findLast(({ day, position, starts_at }) => {
    return day === item.day && position < item.position && starts_at !== null;
  });
  if (!before || before.starts_at! <= item.starts_at) return [];
  return [{ kind: 'out-of-order', item: item.id, with: before.id }];
}

function together(item: Planned, other: Planned): Conflict[] {
  const people = new Map(item.people.map(({ key, name }) => [key, name]));
  const twice = new Set(other.people.map(({ key }) => key).filter((key) => people.has(key)));
  const rooms = new Set(other.rooms.map(({ key }) => key));
  const room = item.rooms.find(({ key }) => rooms.has(key))?.name;
  return [
    ...[...twice].map((key): Conflict => ({
      kind: 'person-twice',
      item: item.id,
      with: other.id,
      name: people.get(key)!,
    })),
    ...(room === undefined
      ? []
      : [{ kind: 'room-twice', item: item.id, with: other.id, room } satisfies Conflict]),
  ];
}

/** Minutes on one axis for all days, so that an item over midnight meets the next morning's. */
function absoluteSpan(item: Planned): { start: number; end: number } | null {
  const span = spanOf(item);
  if (item.day === null || span === null) return null;
  const midnight = (Date.parse(item.day) / DAY) * DAY_MINUTES;
  return { start: midnight + span.start, end: midnight + span.end };
}

type Span = { start: number; end: number } | null | undefined;

/** Whether two items are under way at one time; of an unknown length, an item is where it begins. */
function overlap(a: Span, b: Span): boolean {
  if (!a || !b) return false;
  const end = (span: { start: number; end: number }) => Math.max(span.end, span.start + 1);
  return a.start < end(b) && b.start < end(a);
}
