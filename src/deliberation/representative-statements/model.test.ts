import { describe, expect, it } from 'vitest';
import { consensus, groupAwareConsensus } from '../consensus/model.ts';
import { shareTest, smoothedShare, twoShareTest } from '../proportion-tests/model.ts';
import { statementPriorities } from '../statement-priorities/model.ts';
import { groupTallies } from '../tallies/model.ts';
import { voteMatrix } from '../votes/model.ts';
import { representativeStatements } from './model.ts';

/** Ten people in two groups of five, and what each group says of each statement, letter by letter. */
function room(...statements: [string, string][]) {
  const cast = statements.flatMap(([first, second], column) =>
    [...`${first}${second}`].map((letter, row) => [row, column, 'd-a'.indexOf(letter) - 1] as const),
  );
  const matrix = voteMatrix({
    participants: Int32Array.from(cast, ([row]) => row),
    statements: Int32Array.from(cast, ([, column]) => column),
    votes: Int8Array.from(cast, ([, , vote]) => vote),
  });
  return groupTallies(matrix, Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1), 2);
}
const none = new Uint8Array(9);

describe('tests of shares', () => {
  it('are worked by hand', () => {
    expect(smoothedShare(5, 5)).toBe(6 / 7);
    // 2 √6 (6/6 - ½)
    expect(shareTest(5, 5)).toBeCloseTo(Math.sqrt(6), 12);
    // 6/6 and 1/6, pooled 7/12: (5/6) / √(7/12 · 5/12 · 2/6)
    const apart = twoShareTest({ successes: 5, trials: 5 }, { successes: 0, trials: 5 });
    expect(apart).toBeCloseTo(5 / 6 / Math.sqrt((7 / 12) * (5 / 12) * (1 / 3)), 12);
    expect(twoShareTest({ successes: 5, trials: 5 }, { successes: 5, trials: 5 })).toBe(0);
  });
});

describe('what groups say', () => {
  const tallies = room(['aaaaa', 'ddddd'], ['aaaaa', 'aaaaa'], ['ddddd', 'aaaa-'], ['-----', '-----']);

  it('represents each by what tells it from the other, the best agreement first', () => {
    const [first, second] = representativeStatements(tallies, none, 'indimaj');
    expect(first!.map((one) => [one.statement, one.for, one.bestAgreement])).toEqual([
      [0, 'agree', true],
      [2, 'disagree', false],
    ]);
    expect(second!.map((one) => [one.statement, one.for, one.bestAgreement])).toEqual([
      [2, 'agree', true],
      [0, 'disagree', false],
    ]);
    expect(first![0]).toMatchObject({ successes: 5, trials: 5, share: 6 / 7, ratio: 6 });
    const left = representativeStatements(tallies, Uint8Array.of(1, 0, 0, 0), 'indimaj');
    expect(left[1]!.map(({ statement }) => statement)).toEqual([2]);
  });

  it('follows Polis to what all agree on, which it gives as a disagreement', () => {
    const [, second] = representativeStatements(tallies, none, 'polis');
    expect(second!.find(({ bestAgreement }) => bestAgreement)).toMatchObject({
      statement: 1,
      for: 'disagree',
    });
  });

  it('names at most five', () => {
    const many = room(...Array.from({ length: 7 }, (): [string, string] => ['aaaaa', 'ddddd']));
    expect(representativeStatements(many, none, 'indimaj').map(({ length }) => length)).toEqual([5, 5]);
  });

  it('unites where all say the same, most of all across groups', () => {
    const everybody = { ...tallies, groups: 1 };
    for (const name of ['agree', 'disagree', 'pass', 'squares'] as const)
      everybody[name] = Float64Array.from(
        { length: 4 },
        (_, at) => tallies[name][at]! + tallies[name][4 + at]!,
      );
    const { agree, disagree } = consensus(everybody, none);
    expect(agree.map((one) => [one.statement, one.successes, one.trials])).toEqual([[1, 10, 10]]);
    expect(disagree).toEqual([]);
    const aware = [6, 36, 5, 1].map((product) => expect.closeTo(product / 49, 12) as number);
    expect([...groupAwareConsensus(tallies).agree]).toEqual(aware);
  });

  it('has priorities by the formula', () => {
    // All ten agree, E = 1: p = 1/12, a = 11/12, 8 · 2^-2 = 2.
    const priorities = statementPriorities(tallies, Float64Array.of(0, 1, 0, 0), Uint8Array.of(0, 0, 0, 1));
    expect(priorities[1]).toBeCloseTo(((11 / 12) * 2 * (11 / 12) * 3) ** 2, 12);
    expect(priorities[3]).toBe(49);
  });
});
