import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scheduleFaults } from '#formats/schedule/model.ts';
import { locales } from '#platform/locale/locale.ts';
import type { ProgrammeProblem } from '../programme-files/model.ts';
import { describeProgrammeProblem } from './exports.server.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../../messages/events/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const reasons = Object.keys(messages).filter((key): key is ProgrammeProblem['reason'] =>
  key.startsWith('events_import_'),
);

describe.each(reasons)('%s', (reason) => {
  const names = [...messages[reason]!.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  it.each(locales)('is a sentence in %s that lets nothing of a file steer', (locale) => {
    const values = Object.fromEntries(names.map((name) => [name, `\u001b[31m\u202e\n<b>${'x'.repeat(500)}`]));
    const sentence = describeProgrammeProblem({ line: 1, reason, values, severity: 'error' }, locale);
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence).not.toMatch(/[\p{Cc}\u202a-\u202e{}]/u);
    expect(sentence.length).toBeLessThan(500);
  });
});

it('has a sentence for every fault of a file', () => {
  const missing = scheduleFaults.filter(
    (fault) => !(`events_import_${fault.replaceAll('-', '_')}` in messages),
  );
  expect(missing).toEqual([]);
});
