import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const folder = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

it('all styles of the room together weigh less than 9 KiB on the wire', () => {
  const sheets = readdirSync(new URL('styles/', folder)).filter((name) => name.endsWith('.css'));
  const components = readdirSync(new URL('components/', folder)).filter((name) => name.endsWith('.svelte'));
  const css = [
    ...sheets.map((name) => read(`styles/${name}`)),
    ...components.map((name) => /<style>([\s\S]*)<\/style>/.exec(read(`components/${name}`))?.[1] ?? ''),
  ]
    .join('\n')
    // Comments stay in the sources: what is built has none.
    .replace(/\/\*[\s\S]*?\*\//g, '');
  expect(components.length).toBeGreaterThan(10);
  expect(gzipSync(css).length / 1024).toBeLessThan(9);
});
