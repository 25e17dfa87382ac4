import { expect, it } from 'vitest';
import { amountText, decimalsOf, isCurrency, readAmount } from './money.ts';

it.each([
  ['1500', 'MAD', 150_000],
  ['1 500,50', 'MAD', 150_050],
  ['1\u202f500\u00a0000', 'MAD', 150_000_000],
  ['1.500,5', 'EUR', 150_050],
  ['1,500.50', 'USD', 150_050],
  ['1,500,000', 'USD', 150_000_000],
  ['1.500.000,25', 'EUR', 150_000_025],
  ['1,500', 'MAD', 150_000],
  ['12’000', 'CHF', 1_200_000],
  ['١٬٥٠٠٫٥٠', 'MAD', 150_050],
  ['١٥٠٠', 'MAD', 150_000],
  ['1,500', 'JPY', 1_500],
  ['1500', 'JPY', 1_500],
  ['1500,125', 'TND', 1_500_125],
  ['1 500,125', 'TND', 1_500_125],
  ['0', 'MAD', 0],
])('%s %s is %i in the smallest unit', (typed, currency, minor) => {
  expect(readAmount(typed, currency)).toBe(minor);
});

it.each([
  ['', 'MAD'],
  ['beaucoup', 'MAD'],
  ['-5', 'MAD'],
  ['1e9', 'MAD'],
  ['1,5', 'JPY'],
  ['1.2345', 'MAD'],
  // Fifteen hundred, or one and a half.
  ['1,500', 'TND'],
  ['1500.000', 'MAD'],
  ['1,50,000', 'MAD'],
  ['1.500.50', 'MAD'],
  ['99999999999999999999', 'MAD'],
])('%s %s is refused', (typed, currency) => {
  expect(readAmount(typed, currency)).toBeNull();
});

it('shows what was typed, to be read again', () => {
  for (const [minor, currency] of [
    [150_050, 'MAD'],
    [5, 'MAD'],
    [0, 'EUR'],
    [1_500, 'JPY'],
    [1_500_125, 'TND'],
    [12_345, 'TND'],
    [125, 'TND'],
  ] as const) {
    const shown = amountText(minor, currency);
    expect([shown, readAmount(shown, currency)]).toEqual([shown, minor]);
  }
});

it('knows currencies and their decimals', () => {
  expect(['MAD', 'TND', 'JPY'].map(decimalsOf)).toEqual([2, 3, 0]);
  expect([isCurrency('MAD'), isCurrency('ZZZ'), isCurrency('mad')]).toEqual([true, false, false]);
});
