import { expect, it } from 'vitest';
import { toldUntil } from './model.ts';

const until = (rhythm: Parameters<typeof toldUntil>[0], now: string) =>
  toldUntil(rhythm, new Date(now))?.toISOString() ?? null;

it.each([
  ['each', '2025-11-27T10:15:00.000Z', '2025-11-27T10:15:00.000Z'],
  ['none', '2025-11-27T10:15:00.000Z', null],
  // Seven o'clock in Morocco is six, UTC; during Ramadan it is seven.
  ['daily', '2025-11-27T10:15:00.000Z', '2025-11-27T06:00:00.000Z'],
  ['daily', '2025-11-27T06:00:00.000Z', '2025-11-27T06:00:00.000Z'],
  ['daily', '2025-11-27T05:59:59.000Z', '2025-11-26T06:00:00.000Z'],
  ['daily', '2025-03-04T06:30:00.000Z', '2025-03-03T07:00:00.000Z'],
  ['weekly', '2025-11-27T10:15:00.000Z', '2025-11-24T06:00:00.000Z'],
  ['weekly', '2025-11-24T05:59:00.000Z', '2025-11-17T06:00:00.000Z'],
  // Half past midnight of a Monday in Morocco, still Sunday in UTC: seven o'clock has not come.
  ['weekly', '2025-11-23T23:30:00.000Z', '2025-11-17T06:00:00.000Z'],
] as const)('a notice of rhythm %s is told at %s where it came until %s', (rhythm, now, expected) => {
  expect(until(rhythm, now)).toBe(expected);
});
