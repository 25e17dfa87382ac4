import { beforeAll, describe, expect, it } from 'vitest';
import { grouped, of, texts } from '../../../tests/support/debate-rooms.ts';
import { analyse, type Analysis } from '../analyses/model.ts';
import { breakdown } from '../breakdowns/model.ts';
import { plantedVotes } from '../planted-votes/model.ts';
import { MOST_MARKS } from '../report-maps/model.ts';
import { labelled, voteMatrix, type VoteMatrix } from '../votes/model.ts';
import { FEWEST_SHOWN, reportOf, seen, type ReportData, type Votes } from './model.ts';

function room(groups: number, participants = 60, seed = 1): VoteMatrix {
  return voteMatrix(
    plantedVotes({
      participants,
      statements: 20,
      groups,
      density: 0.9,
      strength: 0.45,
      seed,
    }).ballots,
  );
}

/** Every number in a report, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('a report of two planted groups', () => {
  let matrix: VoteMatrix;
  let analysis: Analysis;
  let data: ReportData;
  beforeAll(() => {
    matrix = room(2);
    analysis = analyse(matrix);
    data = reportOf(analysis, texts(20), { seed: 1 });
  });

  it('counts what the analysis counted', () => {
    expect(data.counts).toEqual({
      people: 60,
      votes: matrix.columns.length,
      statements: 20,
      leftOut: 0,
      placed: 60,
      tooFewVotes: 0,
      noVote: 0,
    });
    expect(data.groups.map(({ people }) => people)).toEqual(analysis.groups.map(({ size }) => size));
    const all = data.statements.reduce((sum, { votes }) => sum + seen(votes), 0);
    expect(all).toBe(matrix.columns.length);
    expect(data.statements[3]!.number).toBe('103');
  });

  it('names as dividing what the groups answer most differently, and as uniting what all of them say', () => {
    const mean = ([agree, disagree, pass]: Votes) => (agree - disagree) / (agree + disagree + pass);
    expect(data.divides.length).toBeGreaterThan(0);
    for (const { groups } of data.divides)
      expect(Math.abs(mean(groups[0]!) - mean(groups[1]!))).toBeGreaterThan(0.4);
    const everywhere = data.unites.filter((one) => one.everywhere);
    expect(everywhere.length).toBeGreaterThan(0);
    for (const { side, groups } of everywhere)
      for (const votes of groups) expect(votes![side === 'agree' ? 0 : 1]).toBeGreaterThan(seen(votes!) / 2);
  });

  it('says how well the groups were found again, and which numbers of them are nearly as good', () => {
    const { stability, silhouettes } = analysis;
    expect(data.sureness).toMatchObject({
      people: Math.round(stability.people! * 100) / 100,
      statements: Math.round(stability.statements! * 100) / 100,
      tried: silhouettes.at(-1)!.k,
    });
    const least = silhouettes.find(({ k }) => k === 2)!.silhouette - 0.05;
    const near = silhouettes.filter((one) => one.k !== 2 && one.silhouette >= least);
    expect(data.sureness!.others).toEqual(near.map(({ k }) => k));
    const flat = silhouettes.map(({ k }) => ({ k, silhouette: 0.4 }));
    expect(reportOf({ ...analysis, silhouettes: flat }, texts(20)).sureness!.others).toEqual([3, 4, 5]);
  });

  it('draws everybody once, in the order of places and not of people', () => {
    const { marks } = data.map!;
    expect(marks.reduce((sum, [, , , people]) => sum + people, 0)).toBe(60);
    const ordered = [...marks].sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);
    expect(marks).toEqual(ordered);
  });

  it('is the same each time, and survives being stored', () => {
    expect(reportOf(analyse(matrix), texts(20), { seed: 1 })).toEqual(data);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    expect(numbersIn(data).filter((number) => !Number.isFinite(number))).toEqual([]);
  });
});

it('where ballots stand for several people, counts people everywhere and says how many ballots that is', () => {
  const rows = Array.from({ length: 22 }, (_, row) => Array<number>(8).fill(row < 12 ? 1 : -1));
  rows.push(Array<number>(8).fill(NaN));
  const matrix = of(rows.map((row) => row.filter((vote) => !Number.isNaN(vote))));
  const groupOf = Int32Array.from({ length: 23 }, (_, row) => (row < 12 ? 0 : row < 22 ? 1 : -1));
  const weights = Float64Array.from(groupOf, (group) => (group === 0 ? 6 : group === 1 ? 1 : 50));
  const analysis = grouped(matrix, groupOf, 2, weights);
  analysis.groups[0]!.weight = 72;
  analysis.groups[1]!.weight = 10;
  const data = reportOf(analysis, texts(8), { weights });
  // Who cast no vote speaks for nobody.
  expect(data.counts).toMatchObject({ people: 23, noVote: 1, spokenFor: 82, votes: 176 });
  expect(data.groups.map(({ people, weight }) => [people, weight])).toEqual([
    [12, 72],
    [10, 10],
  ]);
  expect(data.tenths).toBe(true);
  expect(data.statements[0]!.votes).toEqual([9, 1, 0]);
  expect(data.groups[0]!.says[0]!.own).toEqual([10, 0, 0]);
  // Where all stand for as many, sums tell no more than heads.
  const six = new Float64Array(23).fill(6);
  const even = reportOf(grouped(matrix, groupOf, 2, six), texts(8), { weights: six });
  expect([even.tenths, even.statements[0]!.votes]).toEqual([false, [72, 60, 0]]);
  // Twelve of twenty-two are no sure majority, however many they speak for.
  expect(data.unites).toEqual([]);
  expect(reportOf(analysis, texts(8)).counts.spokenFor).toBeUndefined();
});

it('shows no groups where none can be told, whatever the mode', () => {
  const noise = plantedVotes({
    participants: 40,
    statements: 20,
    groups: 1,
    density: 0.9,
    strength: 0,
    seed: 5,
  });
  for (const mode of ['indimaj', 'polis'] as const) {
    const data = reportOf(analyse(voteMatrix(noise.ballots), { mode }), texts(20));
    expect(data.verdict).toBe('none');
    expect(data.groups).toEqual([]);
    expect(new Set(data.map!.marks.map(([, , group]) => group))).toEqual(new Set([0]));
  }
});

it.each([
  ['nobody', [], 'untold'],
  ['one voter', [[1, -1, 0]], 'few'],
  ['four voters', Array.from({ length: 4 }, (_, at) => [1, -1, 0, at % 2]), 'few'],
  ['everybody agrees', Array.from({ length: 12 }, () => Array<number>(8).fill(1)), 'alike'],
  ['everybody passes', Array.from({ length: 12 }, () => Array<number>(8).fill(0)), 'alike'],
  ['one statement', Array.from({ length: 12 }, (_, at) => [at % 2 ? 1 : -1]), 'untold'],
] as const)('%s: a clear answer without groups', (_, rows, verdict) => {
  const data = reportOf(analyse(of(rows as number[][])), texts(8));
  expect(data.verdict).toBe(verdict);
  expect(data.groups).toEqual([]);
  expect(numbersIn(data).filter((number) => !Number.isFinite(number))).toEqual([]);
});

it('hands on no text that moderators refused', () => {
  const moderated = Int8Array.from({ length: 20 }, (_, at) => (at === 4 ? -1 : 1));
  const data = reportOf(analyse(room(2), { moderation: { moderated } }), texts(20));
  expect(data.statements[4]).toMatchObject({ out: true, text: '' });
  expect(JSON.stringify(data)).not.toContain('"T4"');
  expect(data.counts).toMatchObject({ statements: 19, leftOut: 1 });
});

it('keeps texts to one line of bounded length without controls', () => {
  const hostile = [
    'a\u202eb\u2066c\u0000d\r\ne\ud800f',
    'x'.repeat(10_000),
    '<script>alert(1)</script>',
    null,
  ].map((text) => ({ text }));
  const { statements } = reportOf(analyse(room(2)), hostile);
  expect(statements[0]!.text).toBe('abc d e\ufffdf');
  expect(statements[1]!.text).toBe(`${'x'.repeat(1000)}…`);
  expect(statements[2]!.text).toBe('<script>alert(1)</script>');
  expect(statements[3]).toMatchObject({ number: '4', text: '' });
});

it('tells what kinds of people say, never of fewer than five', () => {
  const matrix = room(2);
  const categoryOf = Int32Array.from({ length: 60 }, (_, row) => (row < 4 ? 2 : row % 2));
  const source = {
    by: 'actor_type' as const,
    names: ['one', 'other', 'few'],
    statements: breakdown(matrix, categoryOf, 3),
    of: categoryOf,
  };
  const [told] = reportOf(analyse(matrix), texts(20), {
    breakdowns: [source],
  }).breakdowns;
  expect(told!.names).toEqual(['one', 'other', 'few']);
  expect(told!.statements.length).toBeGreaterThan(0);
  for (const { cells, rest } of told!.statements) {
    expect(cells[2]).toBeNull();
    for (const votes of [...cells, rest]) if (votes) expect(seen(votes)).toBeGreaterThanOrEqual(FEWEST_SHOWN);
  }
});

it('stays small with many people: marks stand for those who are close', () => {
  const data = reportOf(analyse(room(3, 5_000)), texts(20));
  expect(data.map!.gathered).toBe(true);
  expect(data.map!.marks.length).toBeLessThan(MOST_MARKS);
  expect(data.map!.marks.reduce((sum, [, , , people]) => sum + people, 0)).toBe(5_000);
  expect(JSON.stringify(data).length).toBeLessThan(20_000);
});

describe('a report of twenty people and three who say the contrary', () => {
  // Whoever speaks for the three also votes on a statement that was refused.
  const cast = Array.from({ length: 23 }, (_, row) =>
    Array.from({ length: 11 }, (_, column) => ({
      participant: row,
      statement: column,
      vote: (row < 20 ? 1 : -1) * (column % 2 ? 1 : -1),
    })),
  ).flat();
  const silent = { participant: 23, statement: 10, vote: 1 };
  const { ballots } = labelled([...cast, silent]);
  const moderated = Int8Array.from({ length: 11 }, (_, at) => (at === 10 ? -1 : 1));
  const data = reportOf(analyse(voteMatrix(ballots), { moderation: { moderated } }), texts(11), { seed: 1 });

  it('says of nothing that it holds in every group, nor what the one group says more often than the three', () => {
    expect(data.groups.map(({ people }) => people)).toEqual([20, null]);
    expect(data.unites.filter(({ everywhere }) => everywhere)).toEqual([]);
    expect(data.groups.flatMap(({ says }) => says)).toEqual([]);
    expect(data.groups[0]!.withheld).toBe(true);
  });

  it('counts votes on the statements that count, and the people who cast them', () => {
    expect(data.counts).toMatchObject({ people: 24, noVote: 1, votes: 230, statements: 10, leftOut: 1 });
  });
});

it('names no statement both as uniting and as dividing', () => {
  const votes = Array.from({ length: 30 }, (_, row) => ({
    participant: row,
    statement: 0,
    vote: row < 20 ? 1 : -1,
  }));
  const { unites, divides } = reportOf(analyse(voteMatrix(labelled(votes).ballots)), texts(1), { seed: 1 });
  expect([unites.length, divides]).toEqual([1, []]);
});
