import { describe, expect, it } from 'vitest';
import { seeded } from '../../../tests/support/random.ts';
import type { Attendance, Count } from '../participation/model.ts';
import {
  dimensions,
  listed,
  protect,
  publish,
  SMALLEST_GROUP,
  type Participation,
  type Part,
} from './model.ts';

const stated = (
  total: number | null,
  women: number | null = null,
  men: number | null = null,
): Attendance => ({
  attendance_total: total,
  attendance_minimum: 0,
  attendance_women: women,
  attendance_men: men,
});
const cells = (counts: Record<string, number>): Part[] =>
  Object.entries(counts).map(([key, count]) => ({ keys: [key], count }));
const told = (parts: readonly Part[] | null) =>
  parts && Object.fromEntries(parts.map(({ keys, count }) => [keys.join('+'), count]));
const line = (count: Partial<Count>): Count => ({
  actor_type: null,
  level: null,
  territory_id: null,
  women: null,
  men: null,
  not_stated: null,
  ...count,
});
const alone = (participation: Participation) => publish(participation, new Map()).whole;

describe('small groups', () => {
  it.each<[Record<string, number>, Record<string, number> | null]>([
    [
      { a: 5, b: 40 },
      { a: 5, b: 40 },
    ],
    [{ a: 0, b: 40 }, { b: 40 }],
    // One small group alone would be the total less the others.
    [
      { a: 40, b: 4, c: 9 },
      { c: 9, 'a+b': 44 },
    ],
    [
      { a: 3, b: 4, c: 30 },
      { c: 30, 'a+b': 7 },
    ],
    // Two groups of fewer than five that are eight together are four each.
    [{ a: 4, b: 4, c: 30 }, { 'a+b+c': 38 }],
    // Five groups of one are five times one, to whoever can count.
    [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 6 }, { 'a+b+c+d+e+f': 11 }],
    [{ a: 4 }, null],
    [{ a: 2, b: 3 }, null],
  ])('%j are told as %j', (counts, expected) => {
    expect(told(protect(cells(counts)))).toEqual(expected);
  });
});

describe('what is published', () => {
  it('are the totals alone where nothing more is known', () => {
    const { attendance, divisions } = alone({ stated: stated(75, 33, 42), counts: [] });
    expect(attendance).toEqual(stated(75, 33, 42));
    expect([divisions.actorType, divisions.level, divisions.territory]).toEqual([null, null, null]);
  });

  it.each([
    [33, 12, false],
    [5, 40, false],
    [4, 41, true],
    [41, 1, true],
    [0, 45, false],
    [null, null, false],
    [null, 3, true],
  ])('%s women and %s men: told apart unless a group is small', (women, men, merged) => {
    const shown = alone({ stated: stated(45, women, men), counts: [] });
    expect(shown.attendance).toEqual(merged ? stated(45) : stated(45, women, men));
  });

  it('says how many are not stated', () => {
    const counts = [
      line({ actor_type: 'academia', women: 12 }),
      line({ actor_type: 'civil-society', men: 8 }),
    ];
    const { divisions } = alone({ stated: stated(75), counts });
    expect(divisions.actorType).toEqual({
      parts: [
        { keys: ['academia'], count: 12 },
        { keys: ['civil-society'], count: 8 },
      ],
      rest: 55,
    });
  });

  it('tells no territory of levels that are told together', () => {
    const at = (territory_id: string, level: Count['level'], women: number) =>
      line({ territory_id, level, women });
    const counts = [at('oriental', 'region', 20), at('figuig', 'province', 3), at('oujda', 'commune', 30)];
    const { divisions } = alone({ stated: stated(null), counts });
    expect(divisions.level).toEqual({
      parts: [
        { keys: ['region'], count: 20 },
        { keys: ['commune', 'province'], count: 33 },
      ],
      rest: 0,
    });
    expect(divisions.territory).toEqual({ parts: [{ keys: ['oriental'], count: 20 }], rest: 33 });
  });

  it('tells in a session nothing apart that the workshop tells together', () => {
    const of = (academia: number, experts: number, regional: number): Participation => ({
      stated: stated(null),
      counts: [
        line({ actor_type: 'academia', women: academia }),
        line({ actor_type: 'national-experts', women: experts }),
        line({ actor_type: 'regional-actors', women: regional }),
      ],
    });
    const { whole, sessions } = publish(of(9, 1, 20), new Map([['one', of(7, 0, 15)]]));
    expect(told((whole.divisions.actorType as { parts: readonly Part[] }).parts)).toEqual({
      'regional-actors': 20,
      'academia+national-experts': 10,
    });
    expect(told((sessions.get('one')!.divisions.actorType as { parts: readonly Part[] }).parts)).toEqual({
      'regional-actors': 15,
      'academia+national-experts': 7,
    });
  });
});

it('is listed in the order of its kinds, what is told together last', () => {
  const parts = [
    { keys: ['commune', 'country'], count: 50 },
    { keys: ['region'], count: 9 },
    { keys: ['international'], count: 7 },
  ];
  expect(listed(parts, ['international', 'country', 'region', 'commune'])).toEqual([
    { keys: ['international'], count: 7 },
    { keys: ['region'], count: 9 },
    { keys: ['country', 'commune'], count: 50 },
  ]);
  expect(listed(cells({ a: 5, b: 9 })).map(({ count }) => count)).toEqual([9, 5]);
});

/*
 * Readers who know every published table, the rule by which it was made, and that who is in a session is in the
 * workshop: of all tables that would have been published in the very same way, they can't tell which it was.
 */
describe('no small group is got back', () => {
  const random = seeded(2018);

  /** Every way in which some persons fall into some groups. */
  function* ways(persons: number, groups: number): Generator<number[]> {
    if (groups === 1) return yield [persons];
    for (let first = 0; first <= persons; first += 1)
      for (const others of ways(persons - first, groups - 1)) yield [first, ...others];
  }
  /** The small groups that readers get back, of all these tables: those that are the same in all that look alike. */
  function gotBack(
    tables: Iterable<number[]>,
    published: (table: number[]) => unknown,
    isNamed: (group: number) => boolean = () => true,
  ): string[] {
    const alike = new Map<string, { table: number[]; values: Set<number>[] }>();
    for (const table of tables) {
      const shown = JSON.stringify(published(table));
      const known = alike.get(shown) ?? { table, values: table.map(() => new Set()) };
      alike.set(shown, known);
      for (const [group, count] of table.entries()) known.values[group]!.add(count);
    }
    const isSmall = (count: number) => count > 0 && count < SMALLEST_GROUP;
    return [...alike.values()].flatMap(({ table, values }) =>
      values.flatMap((those, group) =>
        isNamed(group) && those.size === 1 && isSmall([...those][0]!) ? [`${group} of ${table.join()}`] : [],
      ),
    );
  }
  const sum = (table: readonly number[]) => table.reduce((all, count) => all + count, 0);
  const participation = (groups: readonly Partial<Count>[], table: readonly number[]): Participation => ({
    stated: stated(sum(table)),
    counts: groups.flatMap((group, at) =>
      table[at]! > 0 ? [line({ ...group, not_stated: table[at]! })] : [],
    ),
  });
  const types = (['academia', 'civil-society', 'ambassadors', 'local-actors'] as const).map((actor_type) => ({
    actor_type,
  }));

  it('among types of actors', () => {
    for (let persons = 1; persons <= 20; persons += 1) {
      const of = (table: number[]) => alone(participation(types, table));
      expect(gotBack(ways(persons, 5), of, (group) => group < 4)).toEqual([]);
    }
  }, 60_000);

  it('among women and men', () => {
    for (let persons = 1; persons <= 30; persons += 1) {
      const of = ([women = 0, men = 0]: number[]) =>
        alone({ stated: stated(persons, women, men), counts: [] });
      expect(gotBack(ways(persons, 3), of, (group) => group < 2)).toEqual([]);
    }
  });

  it('among territories and their levels', () => {
    const groups: Partial<Count>[] = [
      { level: 'region', territory_id: 'r1' },
      { level: 'region', territory_id: 'r2' },
      { level: 'province', territory_id: 'p1' },
      { level: 'province' },
      { level: 'region' },
    ];
    for (let persons = 1; persons <= 13; persons += 1) {
      const of = (table: number[]) => alone(participation(groups, table));
      expect(gotBack(ways(persons, 6), of, (group) => group < 3)).toEqual([]);
    }
  }, 60_000);

  it('between a workshop and its session', () => {
    const groups = types.slice(0, 3);
    for (const persons of [6, 9, 12, 13]) {
      const both = function* () {
        for (const whole of ways(persons, 4))
          // Where one group only is stated, whoever is in the session is of it: nobody is told apart.
          if (whole.slice(0, 3).filter((count) => count > 0).length > 1)
            for (let present = 0; present <= persons; present += 1)
              for (const session of ways(present, 4))
                // A session's list may leave open what the workshop's list tells.
                if (session.slice(0, 3).every((count, at) => count <= whole[at]!))
                  yield [...whole, ...session];
      };
      const of = (table: number[]) => {
        const session = participation(groups, table.slice(4));
        const { whole, sessions } = publish(
          participation(groups, table.slice(0, 4)),
          new Map([[1, session]]),
        );
        return [whole, sessions.get(1)];
      };
      expect(gotBack(both(), of, (group) => group % 4 < 3)).toEqual([]);
    }
  }, 120_000);

  it('and every table adds up to the total', () => {
    const types = ['academia', 'civil-society', 'ambassadors'] as const;
    for (let round = 0; round < 300; round += 1) {
      const counts = Array.from({ length: 1 + random.int(12) }, () =>
        line({
          actor_type: random.chance(0.8) ? random.pick(types) : null,
          level: random.chance(0.8) ? random.pick(['region', 'province', 'commune'] as const) : null,
          women: random.int(9),
          men: random.chance(0.5) ? random.int(9) : null,
        }),
      ).map((count) =>
        count.level !== null && random.chance(0.7)
          ? { ...count, territory_id: `${count.level} ${random.int(3)}` }
          : count,
      );
      const extra = random.int(10);
      const counted = counts.reduce((all, { women, men }) => all + (women ?? 0) + (men ?? 0), 0);
      const { attendance, divisions } = alone({ stated: stated(counted + extra), counts });
      expect(attendance.attendance_total).toBe(counted + extra);
      for (const dimension of dimensions) {
        const division = divisions[dimension];
        if (division === null) continue;
        expect(division.parts.reduce((all, { count }) => all + count, 0) + division.rest).toBe(
          counted + extra,
        );
        expect(division.rest).toBeGreaterThanOrEqual(0);
        for (const { count } of division.parts) expect(count).toBeGreaterThanOrEqual(SMALLEST_GROUP);
      }
    }
  });
});
