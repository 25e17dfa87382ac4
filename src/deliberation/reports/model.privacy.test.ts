import { expect, it } from 'vitest';
import { grouped, of, texts } from '../../../tests/support/debate-rooms.ts';
import { analyse } from '../analyses/model.ts';
import { breakdown } from '../breakdowns/model.ts';
import { chance } from '../chance/model.ts';
import { inTenths, isUneven } from '../told-votes/model.ts';
import { voteMatrix } from '../votes/model.ts';
import { FEWEST_SHOWN, reportOf, seen, type Votes } from './model.ts';

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
  let shownWeighted = 0;
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
    // In every other debate some speak for several: a cell that few of them fill is as good as one of few people.
    const spoken = Float64Array.from(groupOf, () => (by.below(6) ? 1 : 1 + by.below(12)));
    const weights = seed % 2 === 0 && isUneven(spoken) ? spoken : undefined;
    const source = {
      by: 'territory' as const,
      names: ['x', 'y'],
      of: kinds,
      statements: breakdown(matrix, kinds, 2, weights ? { weights } : {}),
    };
    const data = reportOf(grouped(matrix, groupOf, k, weights), texts(statements), {
      breakdowns: [source],
      weights,
    });
    expect(data.tenths).toBe(weights !== undefined);
    const enough = (statement: number, isOf: (person: number) => boolean) => {
      const own = cells.filter((cell) => cell.statement === statement && isOf(cell.person));
      const spoken = own.map(({ person }) => weights?.[person] ?? 1);
      const sum = spoken.reduce((all, one) => all + one, 0);
      const squares = spoken.reduce((all, one) => all + one * one, 0);
      return own.length >= FEWEST_SHOWN && sum * sum >= FEWEST_SHOWN * squares - 1e-6;
    };
    for (const { statement, cells: votes, rest } of data.breakdowns[0]!.statements) {
      votes.forEach((one, kind) => {
        if (one) expect(enough(statement, (person) => kinds[person] === kind)).toBe(true);
      });
      if (rest) expect(enough(statement, (person) => !votes[kinds[person]!])).toBe(true);
    }
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
      expect(weights ? [10, 0] : [all, grouped, 0]).toContain(total);
      const isAll = weights ? !data.uncounted!.includes(statement) : total === all;
      expect(total === 0 || enough(statement, (person) => isAll || placed[groupOf[person]!] === 1)).toBe(
        true,
      );
      if (total > 0) told.push(isAll ? everybody : placed);
      if (data.breakdowns[0]!.statements.some((one) => one.statement === statement)) told.push(everybody);
      const parts = [...data.unites, ...data.divides].filter((one) => one.statement === statement);
      for (const { groups } of parts)
        groups.forEach((votes, group) => {
          if (!votes) return;
          expect(sizes[group]).toBeGreaterThanOrEqual(FEWEST_SHOWN);
          told.push(heads.map((_, other) => (other === group ? 1 : 0)));
        });
      data.groups.forEach(({ says, people }, group) => {
        expect(people !== null || says.length === 0).toBe(true);
        expect(people).toBe(sizes[group]! < FEWEST_SHOWN ? null : sizes[group]);
        for (const { own, others, groups } of says.filter((one) => one.statement === statement)) {
          expect(seen(own)).toBe(weights ? 10 : heads[group]);
          groups!.forEach((votes, at) => {
            if (votes) told.push(heads.map((_, other) => (other === at ? 1 : 0)));
          });
          told.push(heads.map((_, other) => (other === group ? 1 : 0)));
          if (others) told.push(placed.map((one, other) => (other === group ? 0 : one)));
        }
      });
      if (told.length > 1) shown += 1;
      if (told.length > 1 && weights) shownWeighted += 1;
      if (told.length > 1 && heads.slice(0, k).some((count) => count > 0 && count < FEWEST_SHOWN))
        hiddenBeside += 1;
      if (told.length > 2 && sizes.slice(0, k).some((size) => size < FEWEST_SHOWN)) toldBesideSmall += 1;
      const known = rank(told);
      for (let subset = 1; subset < 2 ** (k + 1); subset += 1) {
        const sum = heads.map((_, group) => (subset >> group) & 1);
        const people = heads.reduce((count, one, group) => count + one * sum[group]!, 0);
        const isIn = (person: number) => sum[groupOf[person]! < 0 ? k : groupOf[person]!] === 1;
        if (people === 0 || people === all || enough(statement, isIn)) continue;
        expect(rank([...told, sum]), `seed ${seed}, statement ${statement}, groups ${sum}`).toBe(known + 1);
      }
    }
  }
  // There was something to show, and something to hide beside it.
  expect(shown).toBeGreaterThan(100);
  expect(hiddenBeside).toBeGreaterThan(20);
  expect(toldBesideSmall).toBeGreaterThan(20);
  expect(shownWeighted).toBeGreaterThan(50);
});

it.each([[[6, 1, 1, 1, 1]], [[1, 2, 4, 8, 16, 32]], [[5, 1, 1, 1, 1, 1]]])(
  'of ballots that weigh %j it tells the same whatever they voted',
  (spoken) => {
    const weights = Float64Array.from(spoken);
    const votesBy = (seed: number) => {
      const by = chance(seed);
      const matrix = of(spoken.map(() => Array.from({ length: 8 }, () => by.below(3) - 1)));
      const data = reportOf(analyse(matrix, { weights }), texts(8), { weights });
      return [data.statements, data.unites, data.divides, data.groups];
    };
    expect(votesBy(1)).toEqual(votesBy(2));
  },
);

it('of ballots that weigh differently their numbers by answer do not follow from tenths, but where nearly all are the same', () => {
  let told = 0;
  for (let seed = 1; seed <= 30; seed += 1) {
    const by = chance(seed);
    const weights = Float64Array.from({ length: 8 }, () => 1 + by.below(8));
    const data = reportOf(
      analyse(of(Array.from(weights, () => Array.from({ length: 8 }, () => by.below(3) - 1))), { weights }),
      texts(8),
      { weights },
    );
    for (const { votes } of data.statements) {
      if (seen(votes) === 0 || Math.max(...votes) === 10) continue;
      told += 1;
      // How many ballots give each answer, in all ways of answering that would be told the same.
      const numbers = new Set<string>();
      for (let way = 0; way < 3 ** 8; way += 1) {
        const [sums, heads] = [
          [0, 0, 0],
          [0, 0, 0],
        ];
        for (let row = 0, left = way; row < 8; row += 1, left = Math.floor(left / 3)) {
          sums[left % 3]! += weights[row]!;
          heads[left % 3]! += 1;
        }
        if (inTenths(sums as Votes).join() !== votes.join()) continue;
        numbers.add(heads.join());
      }
      expect(numbers.size).toBeGreaterThan(1);
    }
  }
  expect(told).toBeGreaterThan(50);
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
    [null, 0, true],
  ]);
  // In tenths: sums of weights would tell whose they are.
  expect(groups[0]!.says[0]).toMatchObject({ own: [10, 0, 0], others: [0, 10, 0] });
});

it('where no group is described, nothing holds in every group', () => {
  const matrix = of(Array.from({ length: 8 }, () => Array<number>(8).fill(1)));
  const groupOf = Int32Array.from({ length: 8 }, (_, row) => (row < 4 ? 0 : 1));
  const { unites, groups } = reportOf(grouped(matrix, groupOf, 2), texts(8));
  expect(groups.map(({ people }) => people)).toEqual([null, null]);
  expect(new Set(unites.map(({ everywhere }) => everywhere))).toEqual(new Set([false]));
});

it('tells a statement by one kind only where both kinds would leave fewer than five between them', () => {
  const told = (between: number) => {
    const types = [...Array<number>(6).fill(0), ...Array<number>(24).fill(1)];
    const places = types.map((_, row) => (row < 6 + between ? 0 : 1));
    const matrix = of(types.map((type) => Array<number>(8).fill(type ? -1 : 1)));
    const source = (by: 'actor_type' | 'territory', kinds: number[]) => {
      const categories = Int32Array.from(kinds);
      return { by, names: ['x', 'y'], of: categories, statements: breakdown(matrix, categories, 2) };
    };
    const breakdowns = [source('actor_type', types), source('territory', places)];
    // Every statement may be told by either: of as many as a table holds, the same ones.
    return reportOf(analyse(matrix), texts(8), { breakdowns }).breakdowns.map(({ statements }) =>
      statements.map(({ statement }) => statement),
    );
  };
  expect(told(5)).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ]);
  const [types, places] = told(1);
  expect(types).toEqual([0, 1, 2, 3, 4]);
  expect(places).toEqual([5, 6, 7]);
});
