import { describe, expect, it } from 'vitest';
import { firstDay, hasKnownDays, isOver, lastDay, phaseOf, type WorkshopRow } from './model.ts';

const zone = 'Africa/Casablanca';
const rabat = {
  starts_on: '2018-04-10',
  ends_on: '2018-04-11',
  time_zone: zone,
  status: 'published',
} as const;

describe('phaseOf', () => {
  it.each([
    ['2018-04-09T22:59:59Z', 'upcoming', '2018-04-09T23:00:00.000Z'],
    ['2018-04-09T23:00:00Z', 'running', '2018-04-11T23:00:00.000Z'],
    ['2018-04-11T22:59:59Z', 'running', '2018-04-11T23:00:00.000Z'],
    ['2018-04-11T23:00:00Z', 'past', null],
  ])('at %s the Rabat workshop is %s, until %s', (at, phase, changesAt) => {
    const answer = phaseOf(rabat, new Date(at));
    expect([answer.phase, answer.changesAt?.toISOString() ?? null]).toEqual([phase, changesAt]);
  });

  it('covers the whole year of a date known to the year', () => {
    const agadir = { starts_on: '2019', ends_on: '2019', time_zone: zone, status: 'published' } as const;
    expect(phaseOf(agadir, new Date('2019-12-31T22:59:59Z')).phase).toBe('running');
    expect(phaseOf(agadir, new Date('2019-12-31T23:00:00Z')).phase).toBe('past');
  });

  it.each(['postponed', 'cancelled'] as const)('is off at any instant where it is %s', (status) => {
    for (const at of ['2018-04-01', '2018-04-10', '2018-05-01'])
      expect(phaseOf({ ...rabat, status }, new Date(`${at}T12:00:00Z`))).toEqual({
        phase: 'off',
        changesAt: null,
      });
  });

  it('begins an hour later by UTC in Ramadan, when Morocco keeps UTC', () => {
    const ramadan = {
      starts_on: '2026-03-02',
      ends_on: '2026-03-02',
      time_zone: zone,
      status: 'announced',
    } as const;
    expect(phaseOf(ramadan, new Date('2026-03-01T12:00:00Z')).changesAt?.toISOString()).toBe(
      '2026-03-02T00:00:00.000Z',
    );
  });
});

describe('what came of a workshop', () => {
  it.each([
    ['announced', '2018-04-11T18:00:00Z', false],
    ['running', '2018-04-11T18:00:00Z', false],
    ['closed', '2018-04-11T18:00:00Z', true],
    ['published', '2018-04-11T18:00:00Z', true],
    ['published', '2018-04-09T18:00:00Z', false],
    ['running', '2018-04-12T18:00:00Z', true],
    ['cancelled', '2018-04-12T18:00:00Z', false],
  ] as const)('of one that is %s is told at %s: %s', (status, at, told) => {
    expect(isOver({ ...rabat, status } as WorkshopRow, new Date(at))).toBe(told);
  });
});

describe('dates as exact as they are known', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-02', '2019-02-01', '2019-02-28'],
    ['2018-04-10', '2018-04-10', '2018-04-10'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  it('has a place in calendars only with both days', () => {
    expect(hasKnownDays(rabat)).toBe(true);
    expect(hasKnownDays({ starts_on: '2019', ends_on: '2019' })).toBe(false);
    expect(hasKnownDays({ starts_on: '2019-07-25', ends_on: '2019-07' })).toBe(false);
  });
});
