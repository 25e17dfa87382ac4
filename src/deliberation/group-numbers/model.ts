/** More groups than there ever are. */
const MANY = 1_000;

/**
 * The same groups under the numbers they had before: the two that have most people in common share a number, then the
 * next two; new groups take the numbers that are left, the greater the lower. -1 stays.
 */
export function numberedLike(groupOf: Int32Array, before: Int32Array): Int32Array {
  const common = new Map<number, { now: number; earlier: number; people: number }>();
  const sizes = new Map<number, number>();
  groupOf.forEach((now, row) => {
    if (now < 0) return;
    sizes.set(now, (sizes.get(now) ?? 0) + 1);
    const earlier = before[row] ?? -1;
    if (earlier < 0) return;
    const pair = common.get(now * MANY + earlier) ?? { now, earlier, people: 0 };
    pair.people += 1;
    common.set(now * MANY + earlier, pair);
  });
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { now, earlier } of [...common.values()].sort((a, b) => b.people - a.people)) {
    if (numbers.has(now) || taken.has(earlier) || earlier >= sizes.size) continue;
    numbers.set(now, earlier);
    taken.add(earlier);
  }
  const free = [...sizes.keys()].map((_, number) => number).filter((number) => !taken.has(number));
  for (const [now] of [...sizes].sort(([, a], [, b]) => b - a))
    if (!numbers.has(now)) numbers.set(now, free.shift()!);
  return groupOf.map((group) => (group < 0 ? -1 : numbers.get(group)!));
}
