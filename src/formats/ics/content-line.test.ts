import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLine, fold, text } from './content-line.ts';

describe('fold', () => {
  it('cuts at 75 octets, never inside a character, and loses nothing', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 400 }), (value) => {
        const line = value.replace(/[\r\n]/g, '');
        const folded = fold(line);
        for (const part of folded.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(folded.replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
      }),
    );
  });

  it('leaves 75 octets whole and folds the 76th', () => {
    expect(fold('a'.repeat(75))).toBe(`${'a'.repeat(75)}\r\n`);
    expect(fold('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a\r\n`);
  });
});

it('escapes what RFC 5545 names and nothing else', () => {
  expect(text('a;b,c\\d\ne: "f" ^')).toBe('a\\;b\\,c\\\\d\\ne: "f" ^');
});

it('quotes parameters and escapes quotes as RFC 6868 does', () => {
  expect(contentLine('X', 'v', { P: 'a:b"c^d\ne', Q: undefined, R: 'plain' })).toBe(
    `X;P="a:b^'c^^d e";R=plain:v\r\n`,
  );
});

it('refuses a value that would start a line of its own', () => {
  expect(() => contentLine('URL', 'https://x/\r\nX-EVIL:1')).toThrow('control character');
});
