import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from './jaro-winkler.ts';

describe('Jaro-Winkler', () => {
  // The first three are the examples usually quoted for the measure; the others were reckoned by hand.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['bennani', 'benani', 0.928],
    ['mohamed', 'mohamad', 0.943],
    ['skim', 'alami', 0.483],
    ['oujda', 'oujda', 1],
    ['', '', 0],
    ['a', '', 0],
    ['a', 'b', 0],
  ])('%s, %s: %f', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
  });

  it('is symmetric and stays within 0 and 1', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdنه'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(jaroWinkler(a, b)).toBe(jaroWinkler(b, a));
        expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0);
        expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
