import { describe, expect, it } from 'vitest';
import {
  labelled,
  lastTallies,
  rawTallies,
  voteMatrix,
  votesCast,
  withVotes,
  type Ballots,
} from './model.ts';

const cast = (...votes: [number, number, number][]): Ballots => ({
  participants: Int32Array.from(votes, ([participant]) => participant),
  statements: Int32Array.from(votes, ([, statement]) => statement),
  votes: Int8Array.from(votes, ([, , vote]) => vote),
});
const plain = (tallies: object) =>
  Object.fromEntries(Object.entries(tallies).map(([name, counts]) => [name, [...counts]]));

describe('votes', () => {
  const ballots = cast([1, 2, 1], [0, 0, -1], [1, 0, 0], [1, 2, -1], [0, 0, 1]);

  it('keep the last of each participant on each statement', () => {
    const matrix = voteMatrix(ballots);
    expect([matrix.participants, matrix.statements]).toEqual([2, 3]);
    expect([[...matrix.rowStarts], [...matrix.columns], [...matrix.values]]).toEqual([
      [0, 1, 3],
      [0, 0, 2],
      [1, 0, -1],
    ]);
    expect([...votesCast(matrix)]).toEqual([1, 2]);
  });

  it('are counted as they stand and as they were cast', () => {
    expect(plain(lastTallies(voteMatrix(ballots)))).toEqual({
      agree: [1, 0, 0],
      disagree: [0, 0, 1],
      pass: [1, 0, 0],
    });
    expect(plain(rawTallies(ballots, 3))).toEqual({ agree: [1, 0, 1], disagree: [1, 0, 1], pass: [1, 0, 0] });
  });

  it('that come later give the matrix of all together', () => {
    const more = cast([2, 1, 1], [0, 3, -1], [1, 2, 0], [1, 2, 1]);
    const all = cast(
      ...[ballots, more].flatMap(({ participants, statements, votes }) =>
        [...votes].map((vote, at): [number, number, number] => [participants[at]!, statements[at]!, vote]),
      ),
    );
    expect(withVotes(voteMatrix(ballots), more)).toEqual(voteMatrix(all));
  });

  it('take rows and columns in the order of identifiers', () => {
    const { ballots, participants, statements } = labelled(
      [
        { participant: 10, statement: 'b', vote: 1 },
        { participant: 9, statement: 'a', vote: 0 },
      ],
      ['c'],
    );
    expect([participants, statements]).toEqual([
      [9, 10],
      ['a', 'b', 'c'],
    ]);
    expect([[...ballots.participants], [...ballots.statements], [...ballots.votes]]).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it('refuse what is none', () => {
    expect(() => voteMatrix(cast([0, 0, 2]))).toThrow(new RangeError('2 is no vote.'));
    expect(() => voteMatrix(cast([-1, 0, 1]))).toThrow(new RangeError('-1 is no row or column.'));
    expect(() => voteMatrix({ ...ballots, votes: new Int8Array(1) })).toThrow(RangeError);
  });
});
