import { describe, expect, it } from 'vitest';
import { plantedVotes } from '../planted-votes/model.ts';
import { voteMatrix, withVotes, type Ballots } from '../votes/model.ts';
import { coVotes, coVotesAfter, variationOfSums, variationOfVotes } from './model.ts';

const { ballots } = plantedVotes({
  participants: 30,
  statements: 12,
  groups: 2,
  density: 0.5,
  strength: 0.3,
  seed: 6,
});
const matrix = voteMatrix(ballots);
const out = Uint8Array.from({ length: 12 }, (_, at) => Number(at === 5));

describe('co-votes', () => {
  it('count who answered both, and what', () => {
    // Two people: (agree, disagree) and (agree, unseen).
    const small = voteMatrix({
      participants: Int32Array.of(0, 0, 1),
      statements: Int32Array.of(0, 1, 0),
      votes: Int8Array.of(1, -1, 1),
    });
    const sums = coVotes(small)!.sums;
    expect([...sums.subarray(0, 8)]).toEqual([2, 2, 2, 2, 1, 1, -1, -1]);
    const { centre, total } = variationOfSums(coVotes(small)!, new Uint8Array(2));
    expect([[...centre], total]).toEqual([[1, -1], 0]);
  });

  it('after more votes are those of all votes', () => {
    const more: Ballots = {
      participants: Int32Array.of(0, 3, 3, 31),
      statements: Int32Array.of(0, 1, 12, 4),
      votes: Int8Array.of(-1, 0, 1, 1),
    };
    const now = withVotes(matrix, more);
    expect(coVotesAfter(coVotes(matrix), matrix, now)).toEqual(coVotes(now));
  });

  it.each([undefined, Float64Array.from({ length: 30 }, (_, row) => 1 + (row % 3))])(
    'give the same products as the votes themselves, weighted or not',
    (weights) => {
      const [one, two] = [
        variationOfSums(coVotes(matrix, weights)!, out),
        variationOfVotes(matrix, out, weights),
      ];
      const vector = Float64Array.from({ length: 12 }, (_, at) => at - 4);
      vector[5] = 0;
      const [first, second] = [new Float64Array(12), new Float64Array(12)];
      one.multiply(vector, first);
      two.multiply(vector, second);
      first.forEach((entry, at) => expect(entry).toBeCloseTo(second[at]!, 9));
      expect([first[5], two.centre[5]]).toEqual([0, 0]);
      expect(one.total).toBeCloseTo(two.total, 9);
    },
  );
});
