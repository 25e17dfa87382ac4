import { expect, it } from 'vitest';
import { locales } from '#platform/locale/locale.ts';
import { stems } from '#platform/text/stem.ts';
import { senseTable } from './model.ts';

it.each(locales)('gives a word one sense in %s', (locale) => {
  const senses = new Map<string, Set<number>>();
  for (const [at, [, fr, ar, en]] of senseTable.entries())
    for (const stem of stems({ fr, ar, en }[locale], locale))
      senses.set(stem, new Set(senses.get(stem)).add(at));
  expect([...senses].filter(([, at]) => at.size > 1)).toEqual([]);
});
