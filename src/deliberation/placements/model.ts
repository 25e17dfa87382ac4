/** Whose opinion is placed on the map. */

/** Of how many votes a participant is placed, where there are as many statements. */
export const VOTES_NEEDED = 7;
/** Up to how many people are placed who cast fewer, those first who cast most. */
export const AT_LEAST = 15;

/** Why somebody stands on the map, or doesn't. */
export type Placement = 'enough votes' | 'placed before' | 'among the first' | 'too few votes' | 'no vote';

export interface Placements {
  /** Rows of those who are placed, ascending. */
  placed: Int32Array;
  /** By row. */
  reasons: Placement[];
}

/**
 * Who has cast min(7, C) votes is placed, and stays so; where that is fewer than 15 people, those follow who cast the
 * most, at least one (Polis, polismath/math/conversation.clj, `in-conv`). Votes on statements that were moderated out
 * count as well.
 * @param cast how many statements each participant answered
 * @param statements how many statements there are
 * @param before rows that were placed before
 */
export function placements(cast: Int32Array, statements: number, before?: Int32Array): Placements {
  const needed = Math.min(VOTES_NEEDED, statements);
  const reasons = Array.from(cast, (votes): Placement => {
    if (votes === 0) return 'no vote';
    return votes >= needed ? 'enough votes' : 'too few votes';
  });
  for (const row of before ?? []) if (reasons[row] === 'too few votes') reasons[row] = 'placed before';
  const rows = [...cast.keys()];
  const missing = AT_LEAST - rows.filter((row) => isPlaced(reasons[row]!)).length;
  if (missing > 0) {
    const next = rows.filter((row) => reasons[row] === 'too few votes');
    next.sort((a, b) => cast[b]! - cast[a]! || a - b);
    for (const row of next.slice(0, missing)) reasons[row] = 'among the first';
  }
  return { placed: Int32Array.from(rows.filter((row) => isPlaced(reasons[row]!))), reasons };
}

function isPlaced(reason: Placement): boolean {
  return reason !== 'too few votes' && reason !== 'no vote';
}
