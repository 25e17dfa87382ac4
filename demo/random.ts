import { chance } from '#deliberation/chance/model.ts';

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

/** Choices by {@link chance}, enough for tests and exercises. */
export function seeded(seed: number): Random {
  let words = 0;
  const { next, below: int } = chance(seed);
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
