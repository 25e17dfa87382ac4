import { beforeAll, describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../analyses/model.ts';
import { breakdown } from '../breakdowns/model.ts';
import { chance } from '../chance/model.ts';
import { plantedVotes } from '../planted-votes/model.ts';
import { MOST_MARKS } from '../report-maps/model.ts';
import { groupTallies } from '../tallies/model.ts';
import { voteMatrix, type VoteMatrix } from '../votes/model.ts';
import { FEWEST_SHOWN, reportOf, seen, type ReportData, type Votes } from './model.ts';

const texts = (count: number) => Array.from({ length: count }, (_, at) => ({ id: 100 + at, text: `T${at}` }));

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

function of(rows: number[][]): VoteMatrix {
  const cells = rows.flatMap((row, person) => row.map((vote, statement) => ({ person, statement, vote })));
  return voteMatrix(
    {
      participants: Int32Array.from(cells, ({ person }) => person),
      statements: Int32Array.from(cells, ({ statement }) => statement),
      votes: Int8Array.from(cells, ({ vote }) => vote),
    },
    { participants: rows.length, statements: rows[0]?.length ?? 8 },
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

/** An analysis that found these groups, each of which says something of every statement. */
function grouped(matrix: VoteMatrix, groupOf: Int32Array, k: number, weights?: Float64Array): Analysis {
  const analysis = analyse(matrix);
  const { agree, disagree, pass } = groupTallies(matrix, groupOf, k, weights);
  const of = (all: Float64Array, group: number) =>
    all.slice(group * matrix.statements, (group + 1) * matrix.statements);
  const representative = Array.from({ length: matrix.statements }, (_, statement) => ({
    statement,
    for: 'agree' as const,
  })) as unknown as Analysis['groups'][number]['representative'];
  const groups = Array.from({ length: k }, (_, group) => ({
    size: groupOf.filter((one) => one === group).length,
    weight: 1,
    centre: { x: 0, y: 0 },
    agree: of(agree, group),
    disagree: of(disagree, group),
    pass: of(pass, group),
    representative,
  }));
  return { ...analysis, k, groupOf, groups, stability: { ...analysis.stability, verdict: 'clear' } };
}

/** How many independent rows there are. */
function rank(rows: number[][]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, place) => place >= found && Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    const pivot = left[at]!;
    left[at] = left[found]!;
    left[found] = pivot;
    left.forEach((row, place) => {
      const share = row[column]! / pivot[column]!;
      if (place > found) row.forEach((_, other) => (row[other]! -= share * pivot[other]!));
    });
    found += 1;
  }
  return found;
}

it('shows nothing from which votes of fewer than five people of a group follow by subtraction', () => {
  let shown = 0;
  let hiddenBeside = 0;
  let toldBesideSmall = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const by = chance(seed);
    const [k, statements] = [2 + by.below(3), 10];
    const sizes = Array.from({ length: k + 1 }, (_, group) => (group === k ? by.below(9) : 2 + by.below(25)));
    const groupOf = Int32Array.from(
      sizes.flatMap((size, group) => Array<number>(size).fill(group === k ? -1 : group)),
    );
    const density = 0.4 + by.next() / 2;
    const cells = [...groupOf].flatMap((group, person) =>
      Array.from({ length: statements }, (_, statement) => ({ person, statement })).flatMap((cell) => {
        if (by.next() > (group < 0 ? density / 2 : density)) return [];
        const side = (cell.statement + group) % 3 === 0 || cell.statement < 3 ? 1 : -1;
        return [{ ...cell, vote: by.next() < 0.85 ? side : by.below(3) - 1 }];
      }),
    );
    const matrix = voteMatrix(
      {
        participants: Int32Array.from(cells, ({ person }) => person),
        statements: Int32Array.from(cells, ({ statement }) => statement),
        votes: Int8Array.from(cells, ({ vote }) => vote),
      },
      { participants: groupOf.length, statements },
    );
    // Kinds of people lie across groups; those without one are counted among the rest.
    const kinds = groupOf.map((group) => (by.next() < 0.7 ? Math.max(group, 0) % 2 : by.below(3) - 1));
    const source = { by: 'territory' as const, names: ['x', 'y'], statements: breakdown(matrix, kinds, 2) };
    const data = reportOf(grouped(matrix, groupOf, k), texts(statements), { breakdowns: [source] });
    const voters = (statement: number, group: number) =>
      cells.filter((cell) => cell.statement === statement && groupOf[cell.person] === group).length;
    for (let statement = 0; statement < statements; statement += 1) {
      // The groups, then those without one: what is told is sums of these.
      const heads = Array.from({ length: k + 1 }, (_, group) => voters(statement, group === k ? -1 : group));
      const everybody = heads.map(() => 1);
      // Groups of fewer than five people are told like those without one.
      const placed = heads.map((_, group) => (group === k || sizes[group]! < FEWEST_SHOWN ? 0 : 1));
      const told: number[][] = [];
      const all = heads.reduce((sum, count) => sum + count, 0);
      const grouped = heads.reduce((sum, count, group) => sum + count * placed[group]!, 0);
      const total = seen(data.statements[statement]!.votes);
      expect([all, grouped, 0]).toContain(total);
      expect(total === 0 || total >= FEWEST_SHOWN).toBe(true);
      if (total > 0) told.push(total === all ? everybody : placed);
      if (data.breakdowns[0]!.statements.some((one) => one.statement === statement)) told.push(everybody);
      const parts = [...data.unites, ...data.divides].filter((one) => one.statement === statement);
      for (const { groups } of parts)
        groups.forEach((votes, group) => {
          if (!votes) return;
          expect(sizes[group]).toBeGreaterThanOrEqual(FEWEST_SHOWN);
          told.push(heads.map((_, other) => (other === group ? 1 : 0)));
        });
      data.groups.forEach(({ says, people }, group) => {
        expect(people >= FEWEST_SHOWN || says.length === 0).toBe(true);
        for (const { own, others, groups } of says.filter((one) => one.statement === statement)) {
          expect(seen(own)).toBe(heads[group]);
          groups!.forEach((votes, at) => {
            if (votes) told.push(heads.map((_, other) => (other === at ? 1 : 0)));
          });
          told.push(heads.map((_, other) => (other === group ? 1 : 0)));
          if (others) told.push(placed.map((one, other) => (other === group ? 0 : one)));
        }
      });
      if (told.length > 1) shown += 1;
      if (told.length > 1 && heads.slice(0, k).some((count) => count > 0 && count < FEWEST_SHOWN))
        hiddenBeside += 1;
      if (told.length > 2 && sizes.slice(0, k).some((size) => size < FEWEST_SHOWN)) toldBesideSmall += 1;
      const known = rank(told);
      for (let subset = 1; subset < 2 ** (k + 1); subset += 1) {
        const sum = heads.map((_, group) => (subset >> group) & 1);
        const people = heads.reduce((count, one, group) => count + one * sum[group]!, 0);
        if (people === 0 || people >= FEWEST_SHOWN || people === all) continue;
        expect(rank([...told, sum]), `seed ${seed}, statement ${statement}, groups ${sum}`).toBe(known + 1);
      }
    }
  }
  // There was something to show, and something to hide beside it.
  expect(shown).toBeGreaterThan(100);
  expect(hiddenBeside).toBeGreaterThan(20);
  expect(toldBesideSmall).toBeGreaterThan(20);
});

it.each([1, 2, 3, 4])('of %i people who voted it tells the same whatever they voted', (voters) => {
  const rows = (by: ReturnType<typeof chance>) =>
    Array.from({ length: voters }, () => Array.from({ length: 8 }, () => by.below(3) - 1));
  const data = (seed: number) => reportOf(analyse(of(rows(chance(seed)))), texts(8));
  expect(data(1)).toEqual(data(2));
  expect(data(1).counts).toMatchObject({ people: voters, votes: 8 * voters });
});

it('tells nothing of a statement that fewer than five people answered, and draws no map of fewer than five', () => {
  // Six people vote on one statement, two of them on all: only these two could be placed with certainty.
  const cells = Array.from({ length: 6 }, (_, person) =>
    Array.from({ length: person < 2 ? 8 : 1 }, (_, statement) => ({ person, statement, vote: 1 })),
  ).flat();
  const column = (name: 'person' | 'statement' | 'vote') => cells.map((cell) => cell[name]);
  const matrix = voteMatrix(
    {
      participants: Int32Array.from(column('person')),
      statements: Int32Array.from(column('statement')),
      votes: Int8Array.from(column('vote')),
    },
    { participants: 6, statements: 8 },
  );
  const analysis = analyse(matrix);
  const counts = { ...analysis.counts, placed: 2 };
  const data = reportOf({ ...analysis, counts }, texts(8));
  expect(data.statements.map(({ votes }) => seen(votes))).toEqual([6, 0, 0, 0, 0, 0, 0, 0]);
  expect(data.map).toBeNull();
});

it('a group of fewer than five leaves the others told', () => {
  const rows = Array.from({ length: 43 }, (_, row) => Array<number>(8).fill(row < 20 ? 1 : -1));
  const groupOf = Int32Array.from({ length: 43 }, (_, row) => (row < 20 ? 0 : row < 40 ? 1 : 2));
  const data = reportOf(grouped(of(rows), groupOf, 3), texts(8));
  expect(data.groups.map(({ says }) => says.length)).toEqual([8, 8, 0]);
  expect(data.groups[0]!.says[0]).toMatchObject({ own: [20, 0, 0], others: [0, 20, 0] });
  // Three people are neither shown nor left over.
  expect(data.statements[0]!.votes).toEqual([20, 20, 0]);
});

it('counts heads and not who speaks for several', () => {
  const matrix = of(Array.from({ length: 22 }, (_, row) => Array<number>(8).fill(row < 12 ? 1 : -1)));
  const groupOf = Int32Array.from({ length: 22 }, (_, row) => (row < 12 ? 0 : row < 18 ? 1 : 2));
  const weights = Float64Array.from(groupOf, (group) => (group === 2 ? 10 : 1));
  const { groups } = reportOf(grouped(matrix, groupOf, 3, weights), texts(8), { weights });
  // Four speak for forty: they are four all the same, and not described.
  expect(groups.map(({ people, says, withheld }) => [people, says.length, withheld])).toEqual([
    [12, 8, false],
    [6, 8, false],
    [4, 0, true],
  ]);
  expect(groups[0]!.says[0]).toMatchObject({ own: [12, 0, 0], others: [0, 6, 0] });
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
  expect(data.statements[0]!.votes).toEqual([72, 10, 0]);
  expect(data.groups[0]!.says[0]!.own).toEqual([72, 0, 0]);
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
