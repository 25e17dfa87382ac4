/** The map of opinions as a report keeps it: where people stand, without who they are. */
import type { Analysis } from '../analyses/model.ts';

/** With more people on the map, a mark stands for those of one base cluster. */
export const MOST_MARKS = 2_000;
/** The longer side of the map, in the whole numbers in which places are kept. */
export const SPAN = 1_000;

/** A mark: its place, its group from 0, and how many people stand there. */
export type Mark = [x: number, y: number, group: number, people: number];

export interface ReportMap {
  width: number;
  height: number;
  marks: Mark[];
  /** Whether a mark stands for people who are close to each other, not for those at one place. */
  gathered: boolean;
  /** The share of all differences between votes that the plane keeps, from 0 to 1. */
  kept: number;
}

/**
 * The map of an analysis. Marks stand in the order of their places, so that nothing tells in which order people came.
 * @param groupOf the group of each row that is shown, -1 for who is not placed
 * @returns null where nobody is placed, or all stand at one place
 */
export function mapOf(
  { space, base }: Pick<Analysis, 'space' | 'base'>,
  groupOf: Int32Array,
): ReportMap | null {
  const rows = [...groupOf.keys()].filter((row) => groupOf[row]! >= 0);
  const gathered = rows.length > MOST_MARKS;
  const found = gathered ? clustersOf(base, groupOf, rows) : placesOf(space, groupOf, rows);
  const [left, right] = extent(found.map(({ x }) => x));
  const [low, high] = extent(found.map(({ y }) => y));
  const span = Math.max(right - left, high - low);
  if (!(span > 1e-9) || !Number.isFinite(span)) return null;
  const scale = (value: number, from: number) => Math.round(((value - from) / span) * SPAN);
  const people = new Map<string, Mark>();
  for (const { x, y, group, count } of found) {
    const mark: Mark = [scale(x, left), scale(y, low), group, 0];
    const key = mark.join(' ');
    const there = people.get(key) ?? mark;
    there[3] += count;
    people.set(key, there);
  }
  const [first, second] = space.explained;
  return {
    width: scale(right, left),
    height: scale(high, low),
    marks: [...people.values()].sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]),
    gathered,
    kept: Math.min(1, Math.round((first + second) * 1000) / 1000) || 0,
  };
}

interface Place {
  x: number;
  y: number;
  group: number;
  count: number;
}

function placesOf({ participants }: Analysis['space'], groupOf: Int32Array, rows: number[]): Place[] {
  return rows.map((row) => ({
    x: participants.x[row]!,
    y: participants.y[row]!,
    group: groupOf[row]!,
    count: 1,
  }));
}

function clustersOf(base: Analysis['base'], groupOf: Int32Array, rows: number[]): Place[] {
  const found = new Map<number, Place>();
  for (const row of rows) {
    const cluster = base.clusterOf[row]!;
    const place = found.get(cluster) ?? {
      x: base.x[cluster]!,
      y: base.y[cluster]!,
      group: groupOf[row]!,
      count: 0,
    };
    place.count += 1;
    found.set(cluster, place);
  }
  return [...found.values()];
}

function extent(values: number[]): [number, number] {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
}

/** The middle of each group's people on the map. */
export function middlesOf({ marks }: ReportMap, groups: number): { x: number; y: number }[] {
  return Array.from({ length: groups }, (_, group) => {
    const own = marks.filter((mark) => mark[2] === group);
    const people = own.reduce((sum, [, , , count]) => sum + count, 0);
    const middle = (along: 0 | 1) => own.reduce((sum, mark) => sum + mark[along] * mark[3], 0) / people;
    return people > 0 ? { x: middle(0), y: middle(1) } : { x: 0, y: 0 };
  });
}
