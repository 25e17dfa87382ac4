import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss, darkCss] = css.split('@media screen and (prefers-color-scheme: dark)') as [string, string];
const colours = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

const light = colours(lightCss);
const themes = { light, dark: { ...light, ...colours(darkCss) } };

/** Every text colour with every ground a component lays under it. */
const texts: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['text', ['page', 'surface', 'now-soft', 'late-soft', 'accent-soft']],
  ['text-soft', ['page', 'surface', 'now-soft']],
  ['text-faint', ['page', 'surface']],
  ['accent', ['page', 'surface', 'accent-soft', 'now-soft']],
  ['accent-deep', ['page', 'surface', 'accent-soft']],
  ['on-accent', ['accent', 'accent-deep']],
  ['now', ['page', 'surface', 'now-soft']],
  ['on-now', ['now-fill']],
  ['late', ['page', 'surface', 'late-soft']],
  ['on-ground', ['ground']],
  ['on-ground-soft', ['ground']],
];

/** Signs that carry meaning without being text: stars, the frames of buttons and cells, focus rings. */
const signs: readonly (readonly [sign: string, grounds: readonly string[]])[] = [
  ['accent', ['page', 'surface']],
  ['on-accent', ['accent']],
  ['now', ['page', 'surface']],
  ['now-fill', ['ground']],
];

const pairs = (list: typeof texts): [string, string][] =>
  list.flatMap(([over, grounds]) => grounds.map((ground): [string, string] => [over, ground]));

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  it.each(pairs(texts))('sets %s on %s at 4.5 : 1 or better', (over, ground) => {
    expect(contrast(theme[over]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(signs))('draws %s on %s at 3 : 1 or better', (over, ground) => {
    expect(contrast(theme[over]!, theme[ground]!)).toBeGreaterThanOrEqual(3);
  });

  it('gives dark its own value for every colour', () => {
    expect(Object.keys(colours(darkCss)).toSorted()).toEqual(Object.keys(light).toSorted());
  });
});
