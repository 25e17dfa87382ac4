import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, shuffled } from '../chance/model.ts';
import { plantedVotes } from '../planted-votes/model.ts';
import { adjustedRandIndex } from '../rand-index/model.ts';
import { voteMatrix, withVotes, type Ballots } from '../votes/model.ts';
import { analyse, type Analysis, type AnalysisState } from './model.ts';

const size = { participants: 90, statements: 30, groups: 3, strength: 0.35, seed: 4 };
const planted = plantedVotes({ ...size, density: 0.7 }).ballots;

const ballotsOf = (cast: [number, number, number][]): Ballots => ({
  participants: Int32Array.from(cast, ([participant]) => participant),
  statements: Int32Array.from(cast, ([, statement]) => statement),
  votes: Int8Array.from(cast, ([, , vote]) => vote),
});
const part = ({ participants, statements, votes }: Ballots, from: number, to: number): Ballots => ({
  participants: participants.subarray(from, to),
  statements: statements.subarray(from, to),
  votes: votes.subarray(from, to),
});

/** Every number of an answer that is none. */
function notNumbers(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [at];
  if (value instanceof Map) return notNumbers([...value], at);
  if (ArrayBuffer.isView(value)) return notNumbers([...(value as Float64Array)], at);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => notNumbers(inside, `${at}.${name}`));
}

describe('an analysis', () => {
  it('is the same for the same seed', () => {
    const once = () => ({ ...analyse(voteMatrix(planted), { seed: 3 }), milliseconds: null });
    expect(once()).toEqual(once());
  });

  it('changes nothing but labels where people and statements change theirs', () => {
    const [rows, columns] = [shuffled(90, chance(1)), shuffled(30, chance(2))];
    const other = {
      participants: planted.participants.map((row) => rows[row]!),
      statements: planted.statements.map((column) => columns[column]!),
      votes: planted.votes,
    };
    const [one, two] = [analyse(voteMatrix(planted)), analyse(voteMatrix(other))];
    expect([two.k, two.groups.map(({ size }) => size)]).toEqual([one.k, one.groups.map(({ size }) => size)]);
    const moved = one.groupOf.map((_, row) => two.groupOf[rows[row]!]!);
    expect(adjustedRandIndex(one.groupOf, moved)).toBe(1);
    expect(two.silhouettes[0]!.silhouette).toBeCloseTo(one.silhouettes[0]!.silhouette, 9);
    // Statements of equal figures may change places, so that the figures are compared.
    const figures = ({ groups }: Analysis) =>
      groups.map(({ representative }) =>
        representative.map((said) => [said.for, said.successes, said.trials, said.ratioTest.toFixed(9)]),
      );
    expect(figures(two)).toEqual(figures(one));
    one.priorities.forEach((priority, column) =>
      expect(two.priorities[columns[column]!]).toBeCloseTo(priority, 9),
    );
  });

  it('moves groups little for a copy of a statement', () => {
    const copy = [...planted.votes.keys()].filter((at) => planted.statements[at] === 0);
    const twice = withVotes(
      voteMatrix(planted),
      ballotsOf(copy.map((at) => [planted.participants[at]!, 30, planted.votes[at]!])),
    );
    const [before, after] = [analyse(voteMatrix(planted)), analyse(twice)];
    expect(adjustedRandIndex(before.groupOf, after.groupOf)).toBeGreaterThan(0.9);
  });

  it('leaves out what was moderated out', () => {
    const moderated = new Int8Array(30).fill(1);
    moderated[4] = -1;
    const meta = new Uint8Array(30);
    meta[5] = 1;
    const { space, out, counts, groups, consensus, priorities, tallies } = analyse(voteMatrix(planted), {
      moderation: { moderated, meta },
    });
    expect([counts.included, out[4], out[5]]).toEqual([28, 1, 1]);
    for (const column of [4, 5])
      expect([space.centre, ...space.components, space.extremity].map((of) => of[column])).toEqual([
        0, 0, 0, 0,
      ]);
    const named = [...groups.flatMap(({ representative }) => representative), ...consensus.agree];
    expect(named.filter(({ statement }) => statement === 4 || statement === 5)).toEqual([]);
    expect([priorities[5], tallies.agree[4]! > 0]).toEqual([49, true]);
    const strict = analyse(voteMatrix(planted), {
      moderation: { moderated: new Int8Array(30), strict: true },
    });
    expect([strict.counts.included, strict.k]).toEqual([0, 1]);
  });

  it('takes a table for the people at it, and its rapporteur for one observation', () => {
    const weights = new Float64Array(90).fill(6);
    const [plain, tables] = [analyse(voteMatrix(planted)), analyse(voteMatrix(planted), { weights })];
    expect([...tables.groupOf]).toEqual([...plain.groupOf]);
    expect(tables.groups.map(({ size, weight }) => [size, weight])).toEqual(
      plain.groups.map(({ size }) => [size, size * 6]),
    );
    expect(tables.groups[0]!.agree[0]).toBe(plain.groups[0]!.agree[0]! * 6);
    expect(tables.consensus).toEqual(plain.consensus);
  });

  it('refuses what does not fit', () => {
    const matrix = voteMatrix(planted);
    const { state } = analyse(matrix);
    expect(() => analyse(matrix, { weights: new Float64Array(2) })).toThrow(RangeError);
    for (const weight of [0, -1, NaN, Infinity]) {
      const weights = new Float64Array(matrix.participants).fill(1);
      weights[0] = weight;
      expect(() => analyse(matrix, { weights })).toThrow('Weights are finite numbers above 0.');
    }
    expect(() => analyse(matrix, { moderation: { meta: new Uint8Array(2) } })).toThrow(RangeError);
    expect(() => analyse(voteMatrix(part(planted, 0, 20)), {}, state)).toThrow(RangeError);
  });
});

describe('rooms in which there is little to say', () => {
  const all = (people: number, statements: number, vote: (row: number, column: number) => number) =>
    ballotsOf(
      Array.from({ length: people * statements }, (_, at) => {
        const [row, column] = [Math.floor(at / statements), at % statements];
        return [row, column, vote(row, column)];
      }),
    );
  it.each([
    ['nobody', ballotsOf([]), 0, 0],
    ['one voter', all(1, 10, () => 1), 1, 1],
    ['one statement', all(40, 1, (row) => (row % 2 ? 1 : -1)), 1, 40],
    ['all agree', all(40, 10, () => 1), 1, 40],
    ['everyone passes', all(40, 10, () => 0), 1, 40],
    ['no variance', all(40, 10, (_, column) => (column % 3) - 1), 1, 40],
    ['two voters', all(2, 3, (row) => (row ? 1 : -1)), 1, 2],
  ] as const)('%s: a clear answer without groups', (_, ballots, k, placed) => {
    for (const mode of ['indimaj', 'polis'] as const) {
      const analysis = analyse(voteMatrix(ballots), { mode });
      expect(notNumbers(analysis)).toEqual([]);
      if (mode === 'polis') continue;
      expect([analysis.k, analysis.groups.length, analysis.counts.placed]).toEqual([k, k, placed]);
      expect(analysis.stability.verdict).toBe('none');
    }
  });

  it('any votes: numbers, groups that hold who is placed, tallies that hold all votes', () => {
    const vote = fc.tuple(fc.nat(25), fc.nat(8), fc.integer({ min: -1, max: 1 }));
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 150 }), fc.constantFrom('indimaj', 'polis'), (cast, mode) => {
        const analysis = analyse(voteMatrix(ballotsOf(cast)), { mode: mode as 'polis' });
        expect(notNumbers(analysis)).toEqual([]);
        expect(analysis.groups.reduce((sum, { size }) => sum + size, 0)).toBe(analysis.counts.placed);
        expect(analysis.groups.every(({ size }) => size > 0)).toBe(true);
        const { agree, disagree, pass } = analysis.tallies;
        expect([...agree, ...disagree, ...pass].reduce((sum, one) => sum + one, 0)).toBe(
          analysis.counts.votes,
        );
      }),
      { numRuns: 60, seed: 8 },
    );
  });
});

describe('an analysis that goes on', () => {
  it('agrees after many votes with one from nothing', () => {
    const order = shuffled(planted.votes.length, chance(5));
    const mixed = {
      participants: order.map((at) => planted.participants[at]!),
      statements: order.map((at) => planted.statements[at]!),
      votes: Int8Array.from(order, (at) => planted.votes[at]!),
    };
    let matrix = voteMatrix(part(mixed, 0, 200), { participants: 90, statements: 30 });
    let state: AnalysisState | undefined;
    let analysis = analyse(matrix);
    for (let from = 200; from < order.length; from += 100) {
      matrix = withVotes(matrix, part(mixed, from, from + 100));
      analysis = analyse(matrix, {}, state);
      state = analysis.state;
    }
    const fresh = analyse(voteMatrix(planted));
    expect(matrix).toEqual(voteMatrix(planted));
    expect([analysis.k, analysis.counts]).toEqual([fresh.k, fresh.counts]);
    expect(analysis.state.sums).toEqual(fresh.state.sums);
    expect([...analysis.space.centre]).toEqual([...fresh.space.centre]);
    expect(adjustedRandIndex(analysis.groupOf, fresh.groupOf)).toBe(1);
    for (const which of [0, 1] as const) {
      const [ours, theirs] = [analysis.space.components[which], fresh.space.components[which]];
      const same = Math.sign(ours[0]! * theirs[0]!);
      ours.forEach((entry, at) => expect(entry * same).toBeCloseTo(theirs[at]!, 8));
    }
  });

  it('places whom one from nothing places, though more were placed when there were few votes', () => {
    const { ballots } = plantedVotes({ ...size, density: 0.2 });
    const early = analyse(voteMatrix(part(ballots, 0, 30), { participants: 90, statements: 30 }));
    const matrix = voteMatrix(ballots, { participants: 90, statements: 30 });
    const [later, fresh] = [analyse(matrix, {}, early.state), analyse(matrix)];
    const lost = early.placements.placed.filter((row) => !fresh.placements.placed.includes(row));
    expect(lost.length).toBeGreaterThan(0);
    expect([...later.placements.placed]).toEqual([...fresh.placements.placed]);
    const polis = analyse(matrix, { mode: 'polis' }, { ...early.state, mode: 'polis', groupings: new Map() });
    expect([...lost].every((row) => polis.placements.placed.includes(row))).toBe(true);
  });

  it('counts anew once tables are weighed', () => {
    const matrix = voteMatrix(planted);
    const weights = Float64Array.from({ length: 90 }, (_, row) => 1 + (row % 4));
    const weighed = analyse(matrix, { weights });
    expect(analyse(matrix, {}, weighed.state).state.sums).toEqual(analyse(matrix).state.sums);
    expect(analyse(matrix, { weights }, analyse(matrix).state).state.sums).toEqual(weighed.state.sums);
  });

  it('keeps the numbers of groups, and their number until another has won four times', () => {
    const first = analyse(voteMatrix(planted));
    const again = analyse(voteMatrix(planted), {}, first.state);
    expect([...again.groupOf]).toEqual([...first.groupOf]);
    const two = { ...first.state, kHistory: { last: 3, wins: 2, chosen: 2 } };
    const third = analyse(voteMatrix(planted), {}, two);
    const fourth = analyse(voteMatrix(planted), {}, third.state);
    expect([third.k, fourth.k]).toEqual([2, 3]);
  });
});
