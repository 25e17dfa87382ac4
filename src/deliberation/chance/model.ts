/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Chance {
  /** From 0, included, to 1. */
  next(): number;
  /** A whole number from 0 to `below`, not included. */
  below(limit: number): number;
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state, enough for resampling. */
export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}

/** The numbers from 0 to `count`, in an order of chance (Fisher and Yates). */
export function shuffled(count: number, by: Chance): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = by.below(at + 1);
    const moved = order[at]!;
    order[at] = order[other]!;
    order[other] = moved;
  }
  return order;
}
