/** Chance that can be repeated: the same seed gives the same choices. */
export interface Random {
  /** From 0, included, to 1. */
  next(): number;
  /** A whole number from 0 to `below`, not included. */
  int(below: number): number;
  pick<T>(from: readonly T[]): T;
  chance(of: number): boolean;
  /** A word that no other call gives. */
  word(): string;
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state, enough for tests and exercises. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  let words = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (from) => {
      if (from.length === 0) throw new Error('Nothing to choose from');
      return from[int(from.length)]!;
    },
    chance: (of) => next() < of,
    word: () => `w${seed.toString(36)}${(words += 1).toString(36)}`,
  };
}
