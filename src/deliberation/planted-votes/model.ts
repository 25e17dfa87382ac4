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
  let cast = room(Math.ceil(participants * statements * density) + 16);
  let count = 0;
  for (let row = 0; row < participants; row += 1) {
    for (let column = 0; column < statements; column += 1) {
      if (by.next() >= density) continue;
      const agrees = by.next() < 0.5 + strength * leaning[groupOf[row]! * statements + column]!;
      if (count === cast.votes.length) cast = room(count + (count >> 3) + 16, cast);
      cast.participants[count] = row;
      cast.statements[count] = column;
      cast.votes[count] = by.next() < 0.1 ? 0 : agrees ? 1 : -1;
      count += 1;
    }
  }
  return {
    ballots: {
      participants: cast.participants.subarray(0, count),
      statements: cast.statements.subarray(0, count),
      votes: cast.votes.subarray(0, count),
    },
    groupOf,
  };
}

function room(length: number, before?: Ballots): Ballots {
  const made = {
    participants: new Int32Array(length),
    statements: new Int32Array(length),
    votes: new Int8Array(length),
  };
  if (before) {
    made.participants.set(before.participants);
    made.statements.set(before.statements);
    made.votes.set(before.votes);
  }
  return made;
}
