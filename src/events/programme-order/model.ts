import {
  endsBeforeStart,
  leavesDay,
  minutesOf,
  shifted,
  spanOf,
  type Hours,
} from '../programme-hours/model.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';

/** An item as its place in the programme is reckoned. */
export type Placed = Pick<ProgrammeItemRow, 'id' | 'position'> & Hours;

/** What changes of an item when it, or one beside it, takes another place. */
export type Change = Partial<Pick<ProgrammeItemRow, 'position' | 'starts_at' | 'ends_at'>>;

/** Room left between two positions, so that an item put between others leaves them untouched. */
const STEP = 16;

/** A programme in its order: by day, those without a day last; of one day by position. */
export function inOrder<Item extends Pick<Placed, 'position' | 'day'>>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => {
    if (a.day === b.day) return a.position - b.position;
    if (a.day === null || b.day === null) return a.day === null ? 1 : -1;
    return a.day < b.day ? -1 : 1;
  });
}

/**
 * Where an item of this day and hour belongs: before what begins later, else after everything of its day.
 * @returns its position, and the positions of others where there was no room between two of them
 */
export function placeFor(
  others: readonly Placed[],
  item: Pick<Placed, 'day' | 'starts_at'>,
): { position: number; others: Map<string, Change> } {
  const list = inOrder(others);
  return insertedAt(list, indexFor(list, item));
}

/**
 * Where an item goes on another day: beside the one that is named, else where its hour puts it, else first or last.
 * @param others all but the item itself
 */
export function placeOnDay(
  others: readonly Placed[],
  { day, starts_at }: Pick<Placed, 'day' | 'starts_at'>,
  at: { beside: string; below: boolean } | 'first' | 'last',
): { position: number; others: Map<string, Change> } {
  const list = inOrder(others.filter((other) => other.day === day));
  if (typeof at === 'object') {
    const index = list.findIndex(({ id }) => id === at.beside);
    if (index >= 0) return insertedAt(list, at.below ? index + 1 : index);
  }
  if (starts_at !== null) return insertedAt(list, indexFor(list, { day, starts_at }));
  return insertedAt(list, at === 'first' ? 0 : list.length);
}

/** The day before or after one of them; those without a day come last. Undefined where there is none. */
export function dayBeside(
  days: readonly (string | null)[],
  day: string | null,
  by: -1 | 1,
): string | null | undefined {
  const known = [...new Set(days)].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return known[known.indexOf(day) + by];
}

function insertedAt(
  list: readonly Placed[],
  index: number,
): { position: number; others: Map<string, Change> } {
  const [previous, next] = [list[index - 1], list[index]];
  const low = previous?.position ?? 0;
  if (!next)
    return { position: Math.max(0, ...list.map(({ position }) => position)) + STEP, others: new Map() };
  if (next.position - low > 1) return { position: Math.floor((low + next.position) / 2), others: new Map() };
  const moved = new Map<string, Change>();
  let last = low + STEP;
  for (const other of list.slice(index)) {
    if (other.position > last) break;
    last += STEP;
    moved.set(other.id, { position: last });
  }
  return { position: low + STEP, others: moved };
}

/** Whether an item stands where its day and hour put it: after nothing that begins later, before nothing earlier. */
export function isInPlace(others: readonly Placed[], item: Placed): boolean {
  if (item.starts_at === null) return true;
  const timed = others.filter(({ day, starts_at }) => day === item.day && starts_at !== null);
  return timed.every(({ position, starts_at }) =>
    position < item.position ? starts_at! <= item.starts_at! : starts_at! >= item.starts_at!,
  );
}

/** Items that begin together, one after another in the order. */
type Group = readonly Placed[];

export interface Move {
  /** By the id of each item that changes. */
  changes: Map<string, Change>;
  /** True where an item would no longer begin on its day: then nothing may be moved. */
  leavesDay: boolean;
}

/**
 * Moves an item one place up or down on its day, past all that begins together there. Of two items that begin
 * together only the order changes. With `shift` the two exchange their hours, the pause between them stays, and what
 * follows moves if it must; without it every item keeps its hours.
 * @returns null where there is no further place
 */
export function moveItem(items: readonly Placed[], id: string, by: -1 | 1, shift: boolean): Move | null {
  const moved = items.find((item) => item.id === id);
  if (!moved) return null;
  const day = inOrder(items.filter(({ day }) => day === moved.day));
  const groups = groupsOf(day);
  const here = groups.findIndex((group) => group.includes(moved));
  const group = groups[here]!;
  const within = group.indexOf(moved) + by;
  if (within >= 0 && within < group.length) {
    const swapped = [...group];
    [swapped[within], swapped[within - by]] = [swapped[within - by]!, swapped[within]!];
    const order = groups.toSpliced(here, 1, swapped).flat();
    return { changes: positions(day, order), leavesDay: false };
  }
  const neighbour = groups[here + by];
  if (!neighbour) return null;

  const rest = group.filter((item) => item !== moved);
  const pieces = (by === 1 ? [rest, neighbour, [moved]] : [[moved], neighbour, rest]).filter(
    (piece) => piece.length > 0,
  );
  const first = Math.min(here, here + by);
  const after = groups.slice(first + 2).flat();
  const order = [...groups.slice(0, first).flat(), ...pieces.flat(), ...after];
  const changes = positions(day, order);
  let leaves = false;
  if (shift) {
    // The pause stays between neighbours; an item that leaves others behind follows, or precedes, at once.
    const paused = rest.length === 0 || by === 1 ? 0 : 1;
    for (const [item, minutes] of laidOut(pieces, paused, [groups[first]!, groups[first + 1]!], after)) {
      if (minutes === 0) continue;
      leaves ||= leavesDay(item, minutes);
      changes.set(item.id, { ...changes.get(item.id), ...shifted(item, minutes) });
    }
  }
  return { changes, leavesDay: leaves };
}

/**
 * By how many minutes each item moves when the pieces follow one another; nothing where an hour is unknown.
 * @param paused after which piece the pause stands that lay between the two former groups
 */
function laidOut(
  pieces: readonly Group[],
  paused: number,
  [former, latter]: readonly [Group, Group],
  after: Group,
): [Placed, number][] {
  const known = (group: Group) =>
    group.every((item) => item.starts_at !== null && item.ends_at !== null && !endsBeforeStart(item));
  if (!known(former) || !known(latter)) return [];
  const pause = Math.max(0, startOf(latter) - endOf(former));
  const moves: [Placed, number][] = [];
  let at = startOf(former);
  for (const [index, piece] of pieces.entries()) {
    const minutes = at - startOf(piece);
    for (const item of piece) moves.push([item, minutes]);
    at = endOf(piece) + minutes + (index === paused ? pause : 0);
  }
  const minutes = at - Math.max(endOf(former), endOf(latter));
  for (const item of after) if (item.starts_at !== null) moves.push([item, minutes]);
  return moves;
}

function groupsOf(day: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const item of day) {
    const last = groups.at(-1);
    if (last && item.starts_at !== null && last[0]!.starts_at === item.starts_at) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function positions(day: readonly Placed[], order: readonly Placed[]): Map<string, Change> {
  const changes = new Map<string, Change>();
  let last = -1;
  for (const [index, item] of order.entries()) {
    const position = Math.max(day[index]!.position, last + 1);
    if (position !== item.position) changes.set(item.id, { position });
    last = position;
  }
  return changes;
}

function indexFor(list: readonly Placed[], { day, starts_at }: Pick<Placed, 'day' | 'starts_at'>): number {
  const later = (item: Placed) =>
    item.day === day && starts_at !== null && item.starts_at !== null && item.starts_at > starts_at;
  const first = list.findIndex(later);
  if (first >= 0) return first;
  const isNotAfter = (item: Placed) => day === null || (item.day !== null && item.day <= day);
  return list.findLastIndex(isNotAfter) + 1;
}

const startOf = (group: Group) => minutesOf(group[0]!.starts_at!);
const endOf = (group: Group) => Math.max(...group.map((item) => spanOf(item)!.end));
