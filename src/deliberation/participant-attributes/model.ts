/** What is known of participants beside their votes: what they are, where they are from, for how many they speak. */
import { breakdown } from '../breakdowns/model.ts';
import type { BreakdownSource } from '../report-breakdowns/model.ts';
import { FEWEST_SHOWN } from '../told-votes/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** Kinds of participants, in the order in which they were first told. */
export interface Categories {
  /** Actor types of the program by their code; others in the words of whoever told them. */
  names: string[];
  /** The kind of each participant by row; -1 for none. */
  of: Int32Array;
}

export interface ParticipantAttributes {
  /** Null where nobody's is told. */
  actorTypes: Categories | null;
  territories: Categories | null;
  /** How many people each speaks for, by row; null where everybody speaks for one. */
  weights: Float64Array | null;
}

/** Of how many participants what is told. */
export interface AttributeCounts {
  participants: number;
  actorType: number;
  territory: number;
  /** Who speak for more than one. */
  weight: number;
}

/** @param participants how many there are, those of whom nothing is told included */
export function attributeCounts(
  { actorTypes, territories, weights }: ParticipantAttributes,
  participants: number,
): AttributeCounts {
  const told = (categories: Categories | null) => categories?.of.filter((one) => one >= 0).length ?? 0;
  return {
    participants,
    actorType: told(actorTypes),
    territory: told(territories),
    weight: weights?.filter((one) => one > 1).length ?? 0,
  };
}

/**
 * Votes by actor type and by territory, for a report. Kinds of fewer than five participants could never be shown: they
 * are not named either, and count among the rest.
 */
export function breakdownsOf(
  matrix: VoteMatrix,
  attributes: ParticipantAttributes | null,
): BreakdownSource[] {
  const weights = attributes?.weights ?? undefined;
  return (['actor_type', 'territory'] as const).flatMap((by): BreakdownSource[] => {
    const told = by === 'actor_type' ? attributes?.actorTypes : attributes?.territories;
    const categories = told && largeEnough(told);
    if (!categories || categories.names.length === 0) return [];
    const { names, of } = categories;
    return [{ by, names, of, statements: breakdown(matrix, of, names.length, weights ? { weights } : {}) }];
  });
}

function largeEnough({ names, of }: Categories): Categories {
  const sizes = new Int32Array(names.length);
  for (const one of of) if (one >= 0) sizes[one]! += 1;
  const kept = [...names.keys()].filter((one) => sizes[one]! >= FEWEST_SHOWN);
  const placeOf = Int32Array.from(names.keys(), (one) => kept.indexOf(one));
  return { names: kept.map((one) => names[one]!), of: of.map((one) => (one < 0 ? -1 : placeOf[one]!)) };
}
