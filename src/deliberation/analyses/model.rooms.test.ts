import { describe, expect, it } from 'vitest';
import { chance } from '../chance/model.ts';
import { plantedVotes } from '../planted-votes/model.ts';
import { adjustedRandIndex } from '../rand-index/model.ts';
import { voteMatrix, type VoteMatrix } from '../votes/model.ts';
import { analyse } from './model.ts';

/** Everybody votes by what most say of a statement, nobody like anybody else; three of ten answers are missing. */
function noise(participants: number, statements: number, seed: number): VoteMatrix {
  const by = chance(seed);
  const agreed = Float64Array.from({ length: statements }, () => 0.1 + 0.8 * by.next());
  const cast: [number, number, number][] = [];
  for (let row = 0; row < participants; row += 1)
    for (let column = 0; column < statements; column += 1)
      if (by.next() < 0.7)
        cast.push([row, column, by.next() < 0.15 ? 0 : by.next() < agreed[column]! ? 1 : -1]);
  return voteMatrix({
    participants: Int32Array.from(cast, ([row]) => row),
    statements: Int32Array.from(cast, ([, column]) => column),
    votes: Int8Array.from(cast, ([, , vote]) => vote),
  });
}

describe('small rooms', () => {
  // Of 1,200 trials with other seeds 5 showed groups.
  it.each([20, 40, 80])('show no groups where %i people vote like nobody else', (people) => {
    let shown = 0;
    for (let trial = 0; trial < 30; trial += 1)
      if (analyse(noise(people, 15, trial + people * 100)).k > 1) shown += 1;
    expect(shown / 30).toBeLessThan(0.05);
  });

  it('say what is certain without groups: everybody who is placed stands in one', () => {
    const analysis = analyse(noise(40, 15, 9));
    expect(analysis.stability.verdict).toBe('none');
    expect([analysis.k, analysis.groups.length, analysis.groups[0]!.size]).toEqual([1, 1, 39]);
    expect(analysis.groups[0]!.representative).toEqual([]);
    expect([...new Set(analysis.groupOf)].sort()).toEqual([-1, 0]);
    expect(analysis.silhouettes.length).toBeGreaterThan(0);
  });
});

describe('planted groups', () => {
  it.each([
    { participants: 60, statements: 40, density: 0.6, least: 0.7 },
    { participants: 6_000, statements: 100, density: 0.3, least: 0.9 },
  ])('of $participants people are found', ({ least, ...size }) => {
    const { ballots, groupOf } = plantedVotes({ ...size, groups: 3, strength: 0.3, seed: 7 });
    const matrix = voteMatrix(ballots);
    const found = analyse(matrix);
    const index = adjustedRandIndex(groupOf, found.groupOf);
    const polis = adjustedRandIndex(groupOf, analyse(matrix, { mode: 'polis' }).groupOf);
    console.info(`${size.participants} people: index ${index.toFixed(3)}, as Polis ${polis.toFixed(3)}`);
    expect([found.k, found.stability.verdict]).toEqual([3, 'clear']);
    expect(index).toBeGreaterThan(least);
  });
});
