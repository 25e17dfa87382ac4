import type { Random } from '../../demo/random.ts';

/** So many on average, few of some and many of others. */
export function count(number: number, average: number): number {
  return Math.max(1, Math.round((average * (1 + ((number * 7) % 17))) / 8));
}

/** Some of a list, each once. */
export function draw<T>(random: Random, list: readonly T[], many: number): T[] {
  const drawn = new Set<T>();
  while (drawn.size < Math.min(many, list.length)) drawn.add(random.pick(list));
  return [...drawn];
}
