import { expect, it } from 'vitest';
import { refusedDay } from './model.ts';

it.each([
  ['', null],
  ['2026-11-27', null],
  ['2024-02-29', null],
  ['2026-11-28', { given: '2026-11-28', reason: 'ahead' }],
  ['2026-02-29', { given: '2026-02-29', reason: 'no-day' }],
  ['9999-99-99', { given: '9999-99-99', reason: 'no-day' }],
  ['x'.repeat(100), { given: 'x'.repeat(80), reason: 'no-day' }],
])('changes are told from a day that has come: %s', (given, refused) => {
  expect(refusedDay(given, '2026-11-27')).toEqual(refused);
});
