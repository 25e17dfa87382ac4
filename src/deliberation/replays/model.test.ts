import { describe, expect, it } from 'vitest';
import { plantedVotes } from '../planted-votes/model.ts';
import { replayed, type History } from './model.ts';

const none = (statements: number) => new Uint8Array(statements);

type Cast = [time: number, participant: number, statement: number, vote: number];

function historyOf(cast: readonly Cast[]): History {
  return {
    ballots: {
      participants: Int32Array.from(cast, ([, participant]) => participant),
      statements: Int32Array.from(cast, ([, , statement]) => statement),
      votes: Int8Array.from(cast, ([, , , vote]) => vote),
    },
    times: Float64Array.from(cast, ([time]) => time),
  };
}

describe('replayed', () => {
  it('keeps who was placed when there was little to vote on, and leaves out who came late and voted once', () => {
    const early = Array.from({ length: 16 }, (_, row) => [row, row, 0, row % 2 ? 1 : -1] satisfies Cast);
    const others = Array.from({ length: 9 }, (_, at) => [100 + at, 3, at + 1, 1] satisfies Cast);
    const standing = replayed(historyOf([...early, ...others, [200, 16, 0, 1]]), none(10))!;
    expect([...standing.placed]).toEqual([...Array(16).keys()]);
    expect(standing.base.clusterOf[16]).toBe(-1);
  });

  it('reads votes in the order of their times, wherever they stand and whatever numbers people have', () => {
    const { ballots } = plantedVotes({
      participants: 40,
      statements: 20,
      groups: 2,
      density: 0.7,
      strength: 0.4,
      seed: 11,
    });
    const times = Float64Array.from(ballots.votes.keys());
    const { placed, base } = replayed({ ballots, times }, none(20))!;
    const backwards = {
      participants: ballots.participants.toReversed().map((row) => 39 - row),
      statements: ballots.statements.toReversed(),
      votes: ballots.votes.toReversed(),
    };
    const other = replayed({ ballots: backwards, times: times.toReversed() }, none(20))!;
    expect([...other.placed]).toEqual(Array.from(placed, (row) => 39 - row).toReversed());
    expect([...other.base.clusterOf]).toEqual([...base.clusterOf].toReversed());
    expect(other.base.x).toEqual(base.x);
  });

  it('says nothing of a debate without votes', () => {
    expect(replayed(historyOf([]), none(3))).toBeUndefined();
  });
});
