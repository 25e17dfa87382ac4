import { expect, it } from 'vitest';
import { latinDigits, readDate } from './date.ts';

it.each([
  ['2027-03-10', '2027-03-10'],
  ['10/03/2027', '2027-03-10'],
  ['10/3/2027', '2027-03-10'],
  ['10.03.2027', '2027-03-10'],
  ['10-03-2027', '2027-03-10'],
  [' 10 / 03 / 2027 ', '2027-03-10'],
  ['10 03 2027', '2027-03-10'],
  ['2027/3/10', '2027-03-10'],
  ['١٠/٠٣/٢٠٢٧', '2027-03-10'],
  ['\u200f٢٠٢٧-٠٣-١٠', '2027-03-10'],
  ['۱۰/۳/۲۰۲۷', '2027-03-10'],
  ['03/2027', '2027-03'],
  ['2027', '2027'],
])('%j is read as a date', (typed, read) => {
  expect(readDate(typed)).toBe(read);
});

it.each(['10/03/27', '10 mars 2027', '1/2/3/2027', '', '100/03/2027', '10/2027/03'])(
  '%j stays, to be refused',
  (typed) => {
    expect(readDate(typed)).toBe(typed);
  },
);

it('reads both Arabic ways of writing digits', () => {
  expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0')).toBe('0123456789 0123456789 0');
});
