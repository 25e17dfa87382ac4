import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleOf, referencesIn } from './model.ts';

describe('references', () => {
  it.each([
    ['R-1', ['R-1']],
    [' R-1, R-2 ;R-3\nR-2\n', ['R-1', 'R-2', 'R-3']],
    ['R-1، R-2؛ R-3', ['R-1', 'R-2', 'R-3']],
    [' ,;\n', []],
  ])('%j', (list, expected) => {
    expect(referencesIn(list)).toEqual(expected);
  });
});

describe('a circle', () => {
  const before = new Map([
    ['c', ['b']],
    ['b', ['a', 'x']],
  ]);

  it('is found however long, with its way', () => {
    expect(circleOf('a', 'a', before)).toEqual(['a', 'a']);
    expect(circleOf('a', 'c', before)).toEqual(['a', 'c', 'b', 'a']);
  });

  it('is no fork', () => {
    expect(circleOf('d', 'c', before)).toBeNull();
    expect(circleOf('c', 'a', before)).toBeNull();
  });

  it('is refused exactly where one would stand', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const standing = new Map<string, string[]>();
        for (const [later, earlier] of pairs) {
          const [successor, predecessor] = [String(later), String(earlier)];
          if (circleOf(successor, predecessor, standing)) {
            expect(reaches(standing, predecessor, successor)).toBe(true);
            continue;
          }
          standing.set(successor, [...(standing.get(successor) ?? []), predecessor]);
          // No recommendation is reached from what it comes after.
          expect(reaches(standing, predecessor, successor)).toBe(false);
        }
      }),
    );
  });
});

function reaches(before: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  if (from === to) return true;
  return (before.get(from) ?? []).some((next) => reaches(before, next, to));
}
