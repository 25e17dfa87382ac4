/**
 * How far two groupings of the same people agree: 1 where they are the same, about 0 where chance alone made them
 * (the adjusted Rand index: L. Hubert and P. Arabie, Comparing Partitions, Journal of Classification 2, 1985).
 * People whose group is below 0 in either are left out. Where both put everybody into one group it is 1; where one
 * does and the other doesn't, 0.
 */
export function adjustedRandIndex(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const pairs = new Map<number, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let people = 0;
  for (let at = 0; at < first.length; at += 1) {
    const [a, b] = [first[at]!, second[at]!];
    if (a < 0 || b < 0) continue;
    people += 1;
    const pair = a * 2 ** 26 + b;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    rows.set(a, (rows.get(a) ?? 0) + 1);
    columns.set(b, (columns.get(b) ?? 0) + 1);
  }
  const together = pairsIn(pairs.values());
  const [inFirst, inSecond] = [pairsIn(rows.values()), pairsIn(columns.values())];
  const all = (people * (people - 1)) / 2;
  if (all === 0) return 1;
  const expected = (inFirst * inSecond) / all;
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairsIn(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += (count * (count - 1)) / 2;
  return sum;
}
