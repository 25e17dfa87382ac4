import { expect, it } from 'vitest';
import { cellName, columnLetters } from './model.ts';

it('names columns and cells as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
  expect(cellName(1, 7)).toBe('B7');
});
