import { expect, it } from 'vitest';
import type { SourceRow } from '../sources/model.ts';
import { cite } from './citations.ts';

const source = (id: string) => ({ id }) as SourceRow;

it('numbers sources in the order in which they are first cited, each once', () => {
  const { sources, numberOf } = cite([source('b'), source('a')], [], [source('a'), source('c')]);
  expect(sources.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(['b', 'a', 'c', 'never cited'].map(numberOf)).toEqual([1, 2, 3, 0]);
});
