import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A group that repeats and ends in a repetition, `(a+)+`, is how a regular expression takes exponential time. */
const NESTED = /[+*}]\)[+*{]/;
const REGEX_LINE = /(?:^|[=(,:[ ])\/(?![/*]).*\/[dgimsuvy]*/;

it('the check knows a nested quantifier', () => {
  expect(NESTED.test('/(a+)+$/')).toBe(true);
  expect(NESTED.test('/(\\p{M}{30})\\p{M}+/')).toBe(false);
});

it('no regular expression of this folder nests quantifiers', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const lines = sources.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return text.split('\n').map((line, index) => ({ at: `${name}:${index + 1}`, line }));
  });
  const regexes = lines.filter(({ line }) => REGEX_LINE.test(line));
  expect(regexes.length).toBeGreaterThan(20);
  expect(regexes.filter(({ line }) => NESTED.test(line)).map(({ at }) => at)).toEqual([]);
});
