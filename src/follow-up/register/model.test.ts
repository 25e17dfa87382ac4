import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterNames, isNarrowed, periodOf, readView, registers, viewQuery, without } from './model.ts';

const read = (query: string, register: (typeof registers)[number] = 'recommendations') =>
  readView(register, new URLSearchParams(query));

describe('readView', () => {
  it('reads every filter of a register', () => {
    const query =
      'q=guichets+femmes&territory=oriental&institution=conseil&part=lead&serves=axe-1&recommendation=r-1&status=late&due=month&from=2026-01-01&to=2026-12-31&kind=policy&sort=newest';
    const { view, problems } = read(query, 'commitments');
    expect(problems).toEqual([]);
    expect(viewQuery(view)).toBe(query);
  });

  it.each([
    ['statut=late', [{ name: 'statut', value: 'late', reason: 'unknown-filter' }]],
    ['kind=policy', [{ name: 'kind', value: 'policy', reason: 'unknown-filter' }]],
    ['status=finished', [{ name: 'status', value: 'finished', reason: 'unknown-value' }]],
    ['status=late&status=completed', [{ name: 'status', value: 'completed', reason: 'unknown-value' }]],
    ['territory=%27%3B--', [{ name: 'territory', value: "';--", reason: 'unknown-value' }]],
    ['from=2026-02-30', [{ name: 'from', value: '2026-02-30', reason: 'no-date' }]],
    ['from=2026-05-02&to=2026-05-01', [{ name: 'to', value: '2026-05-01', reason: 'backwards' }]],
    ['q=de la', [{ name: 'q', value: 'de la', reason: 'no-word' }]],
    ['__proto__=x', [{ name: '__proto__', value: 'x', reason: 'unknown-filter' }]],
  ])('says what %s can’t mean', (query, problems) => expect(read(query).problems).toEqual(problems));

  it('has one way of writing each view', () => {
    expect(viewQuery(read('status=late&page=4&territory=oriental&sort=register&due=').view)).toBe(
      'territory=oriental&status=late',
    );
  });

  it('never throws, and what it understood it understands again', () => {
    const name = fc.oneof(fc.constantFrom(...filterNames, 'page'), fc.string());
    const value = fc.oneof(
      fc.constantFrom('late', 'month', '1', '2026-01-01', 'oriental'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...registers), fc.array(fc.tuple(name, value)), (register, pairs) => {
        const { view } = readView(register, new URLSearchParams(pairs));
        expect(read(viewQuery(view), register)).toEqual({ view, problems: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});

it('leaves filters out', () => {
  const { view } = read('territory=oriental&sort=newest');
  expect(without(view, 'territory')).toEqual({ sort: 'newest' });
  expect([view, without(view, 'territory')].map(isNarrowed)).toEqual([true, false]);
});

describe('periodOf', () => {
  it.each([
    ['month', '2026-11-27', '2026-11-01', '2026-11-30'],
    ['month', '2026-12-01', '2026-12-01', '2026-12-31'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-27', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-06-30'],
  ] as const)('knows the %s of %s', (period, day, from, to) =>
    expect(periodOf(period, day)).toEqual({ from, to }),
  );
});
