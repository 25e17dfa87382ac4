/** The map of opinions: people and statements on the plane in which opinions differ most. */
import type { Variation } from '../co-votes/model.ts';
import { leadingEigenpairs } from '../principal-components/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** Places on the plane. */
export interface Places {
  x: Float64Array;
  y: Float64Array;
}

export interface OpinionSpace {
  /** The mean vote on each statement, from -1 to 1; 0 where nobody voted or it was moderated out. */
  centre: Float64Array;
  /** Two directions over statements, each of length 1 or, where opinions don't differ that way, 0. */
  components: [Float64Array, Float64Array];
  /** The share of all variance along each component, from 0 to 1. */
  explained: [number, number];
  participants: Places;
  /** Where somebody would stand who agreed with this statement and answered no other. */
  statements: Places;
  /** How far from the middle each statement stands. */
  extremity: Float64Array;
}

export interface SpaceOptions {
  /** 1 for statements that were moderated out. */
  out: Uint8Array;
  /** Whether these count as statements that everybody answered, as in Polis. */
  countOut: boolean;
  /** What the search for components begins with. */
  start?: [Float64Array, Float64Array] | undefined;
  /** How exact the components are. */
  tolerance?: number;
}

/**
 * The plane of the two principal components of votes about their means, unanswered statements standing at the mean.
 * A participant's place is √(C / n) times the sum, over the n statements answered, of (vote - mean) · component; a
 * statement's is that of one vote of agreement: √C (1 - mean) · component (Polis, polismath/math/pca.clj,
 * `sparsity-aware-project-ptpt`, `pca-project-cmnts`).
 */
export function opinionSpace(
  matrix: VoteMatrix,
  { centre, total, multiply }: Variation,
  options: SpaceOptions,
): OpinionSpace {
  const size = matrix.statements;
  const start = options.start && padded(options.start, size);
  const pairs = leadingEigenpairs(multiply, size, 2, start, options.tolerance);
  const components = [pairs[0]!.vector, pairs[1]!.vector] as [Float64Array, Float64Array];
  if (options.start) keepDirections(components, options.start);
  const share = (value: number) => (total > 0 ? value / total : 0);
  return {
    centre,
    components,
    explained: [share(pairs[0]!.value), share(pairs[1]!.value)],
    participants: placesOf(matrix, centre, components, options),
    ...statementPlaces(centre, components, options),
  };
}

function placesOf(
  { participants, rowStarts, columns, values }: VoteMatrix,
  centre: Float64Array,
  [first, second]: [Float64Array, Float64Array],
  { out, countOut }: SpaceOptions,
): Places {
  const left = out.reduce((sum, one) => sum + one, 0);
  const total = countOut ? out.length : out.length - left;
  const x = new Float64Array(participants);
  const y = new Float64Array(participants);
  for (let row = 0; row < participants; row += 1) {
    let answered = countOut ? left : 0;
    let sumX = 0;
    let sumY = 0;
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at += 1) {
      const column = columns[at]!;
      if (out[column]) continue;
      const beside = values[at]! - centre[column]!;
      sumX += beside * first[column]!;
      sumY += beside * second[column]!;
      answered += 1;
    }
    const factor = Math.sqrt(total / Math.max(answered, 1));
    x[row] = factor * sumX;
    y[row] = factor * sumY;
  }
  return { x, y };
}

function statementPlaces(
  centre: Float64Array,
  [first, second]: [Float64Array, Float64Array],
  { out, countOut }: SpaceOptions,
): { statements: Places; extremity: Float64Array } {
  const total = countOut ? out.length : out.reduce((sum, one) => sum + 1 - one, 0);
  const factor = Math.sqrt(total);
  const x = first.map((entry, i) => factor * (1 - centre[i]!) * entry);
  const y = second.map((entry, i) => factor * (1 - centre[i]!) * entry);
  return { statements: { x, y }, extremity: x.map((entry, i) => Math.hypot(entry, y[i]!)) };
}

/** Both directions at once, so that neither is missed. */
function padded([first, second]: [Float64Array, Float64Array], size: number): Float64Array {
  const start = new Float64Array(size);
  for (let at = 0; at < first.length; at += 1) start[at] = first[at]! + second[at]!;
  return start;
}

/** A map that is looked at does not turn over because some votes more came in. */
function keepDirections(
  components: [Float64Array, Float64Array],
  before: [Float64Array, Float64Array],
): void {
  components.forEach((component, which) => {
    let same = 0;
    before[which]!.forEach((entry, at) => (same += entry * component[at]!));
    if (same < 0) for (let at = 0; at < component.length; at += 1) component[at]! *= -1;
  });
}
