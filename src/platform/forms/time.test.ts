import { expect, it } from 'vitest';
import { readTime } from './time.ts';

it.each([
  ['9', '09:00'],
  ['9h', '09:00'],
  ['14 h 30', '14:30'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  [' 23H59 ', '23:59'],
  ['24:00', '24:00'],
  ['2460', '2460'],
  ['9:3', '9:3'],
  ['noon', 'noon'],
  ['', ''],
])('reads %j as %j', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});
