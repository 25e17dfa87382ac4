import type { Relation } from '#network/links/model.ts';

/** How one recommendation comes after others: in their place, as a part of one, as several in one. */
export const successions = ['supersedes', 'parted-from', 'unites'] as const satisfies readonly Relation[];
export type Succession = (typeof successions)[number];

/** Whether a relation leads from a recommendation to one that it comes after. */
export function isSuccession(relation: Relation): relation is Succession {
  return (successions as readonly Relation[]).includes(relation);
}

/** References as people list them: one a line, or parted by commas, in either script. */
export function referencesIn(list: string): string[] {
  return [...new Set(list.split(/[\n,;،؛]+/u).flatMap((one) => one.trim() || []))];
}

/**
 * The circle that a recommendation would close by coming after another: its ids from the one back to it; null where
 * there is none.
 * @param before the ids that each one comes after already
 */
export function circleOf(
  successor: string,
  predecessor: string,
  before: ReadonlyMap<string, readonly string[]>,
): string[] | null {
  const from = new Map<string, string | null>([[predecessor, null]]);
  const waiting = [predecessor];
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    if (one === successor) {
      const way: string[] = [];
      for (let at: string | null = one; at !== null; at = from.get(at) ?? null) way.unshift(at);
      return [successor, ...way];
    }
    for (const next of before.get(one) ?? [])
      if (!from.has(next)) {
        from.set(next, one);
        waiting.push(next);
      }
  }
  return null;
}
