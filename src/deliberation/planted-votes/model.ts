/** Debates in which the groups are known, for tests and measurements. */
import { chance } from '../chance/model.ts';
import type { Ballots } from '../votes/model.ts';

export interface Planted {
  ballots: Ballots;
  /** The group of each participant; participants take turns. */
  groupOf: Int32Array;
}

export interface PlantedOptions {
  participants: number;
  statements: number;
  groups: number;
  /** The share of statements that a participant answers, from 0 to 1. */
  density: number;
  /** How far a group's chance to agree lies from one half: 0 is noise, 0.5 certainty. */
  strength: number;
  seed: number;
}

/** One vote of ten is a pass; each group leans to agreement or disagreement on each statement by its own chance. */
export function plantedVotes(options: PlantedOptions): Planted {
  const { participants, statements, groups, density, strength } = options;
  const by = chance(options.seed);
  const leaning = Float64Array.from({ length: groups * statements }, () => (by.next() < 0.5 ? -1 : 1));
  const groupOf = Int32Array.from({ length: participants }, (_, row) => row % groups);
  const cast: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < participants; row += 1) {
    for (let column = 0; column < statements; column += 1) {
      if (by.next() >= density) continue;
      const agrees = by.next() < 0.5 + strength * leaning[groupOf[row]! * statements + column]!;
      cast[0].push(row);
      cast[1].push(column);
      cast[2].push(by.next() < 0.1 ? 0 : agrees ? 1 : -1);
    }
  }
  return {
    ballots: {
      participants: Int32Array.from(cast[0]),
      statements: Int32Array.from(cast[1]),
      votes: Int8Array.from(cast[2]),
    },
    groupOf,
  };
}
