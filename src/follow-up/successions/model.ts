import type { Relation } from '#network/links/model.ts';

/** How one recommendation comes after others: in their place, as a part of one, as several in one. */
export const successions = ['supersedes', 'parted-from', 'unites'] as const satisfies readonly Relation[];
export type Succession = (typeof successions)[number];

/** Whether a relation leads from a recommendation to one that it comes after. */
export function isSuccession(relation: Relation): relation is Succession {
  return (successions as readonly Relation[]).includes(relation);
}
