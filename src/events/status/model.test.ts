import { describe, expect, it } from 'vitest';
import { workshopStatuses } from '../workshops/model.ts';
import { isTimely, isUndone, movesFrom, moveTo } from './model.ts';

describe('the ways from status to status', () => {
  it('lead out of every one, and reach every one', () => {
    for (const status of workshopStatuses) expect(movesFrom(status).length, status).toBeGreaterThan(0);
    const reached = new Set(workshopStatuses.flatMap((status) => movesFrom(status).map(({ to }) => to)));
    expect([...reached].sort()).toEqual([...workshopStatuses].sort());
  });

  it('ask a reason of whoever puts off or calls off, and of nobody else', () => {
    const asked = workshopStatuses.flatMap((from) =>
      movesFrom(from).flatMap(({ to, reasoned }) => (reasoned ? [`${from} ${to}`] : [])),
    );
    expect(asked).toEqual([
      'announced postponed',
      'announced cancelled',
      'open postponed',
      'open cancelled',
      'running cancelled',
      'postponed postponed',
      'postponed cancelled',
    ]);
  });

  it('let only the network’s coordinators withdraw what was public', () => {
    for (const from of workshopStatuses) {
      const move = moveTo(from, 'draft');
      if (move) expect(move.who, from).toBe('network');
    }
    expect(moveTo('draft', 'cancelled')).toBeUndefined();
    expect(moveTo('published', 'postponed')).toBeUndefined();
  });

  it('lead back from a cancellation and a postponement', () => {
    expect(isUndone('cancelled', 'open')).toBe(true);
    expect(isUndone('postponed', 'open')).toBe(true);
    expect(isUndone('postponed', 'postponed')).toBe(false);
    expect(isUndone('postponed', 'cancelled')).toBe(false);
    expect(isUndone('announced', 'open')).toBe(false);
  });
});

it('a meeting to come is neither running nor over, and its results are not out', () => {
  for (const to of ['running', 'closed', 'published'] as const) {
    expect(isTimely('draft', to, true)).toBe(false);
    expect(isTimely('draft', to, false)).toBe(true);
  }
  expect(isTimely('published', 'announced', true)).toBe(true);
  expect(isTimely('published', 'announced', false)).toBe(false);
  expect(isTimely('draft', 'announced', true)).toBe(true);
});
