import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guarded, unguarded } from './guard.ts';

it.each([
  '=1+1',
  '+212',
  '-x',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u0000=1',
  '\u00a0=1',
  '＝1',
  "'=1",
  "''=1",
])('puts an apostrophe before %j', (text) => expect(guarded(text)).toBe(`'${text}`));

it.each(['', "'", "l'eau", "'a'", 'a=b', '1-2', 'اندماج', "''"])('leaves %j as it is', (text) => {
  expect(guarded(text)).toBe(text);
  expect(unguarded(text)).toBe(text);
});

it('is undone for every text', () => {
  const piece = fc.constantFrom("'", '=', '-', '+', '@', '\t', ' ', 'a', '\n', '\r', '＝');
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => unguarded(guarded(given)) === given),
    { numRuns: 5_000 },
  );
});
