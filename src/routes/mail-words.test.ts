import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { purposeWord, purposeWords } from './mail-words.server.ts';

const source = new URL('../', import.meta.url);

/** Every purpose that a message is queued with anywhere. */
const purposes = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('changes.server.ts') || /(^|\/)mail\/[^/]+\.ts$/.test(file))
  .filter((file) => !/(\.test|testing[^/]*)\.ts$/.test(file))
  .map((file) => readFileSync(new URL(file, source), 'utf8'))
  .filter((text) => text.includes('queueMail('))
  .flatMap((text) => [...text.matchAll(/\bpurpose: '([a-z-]+)'/g)].map(([, purpose]) => purpose!));

it('every message that is written has words for why, and no word is left over', () => {
  expect(Object.keys(purposeWords).sort()).toEqual([...new Set(purposes)].sort());
  for (const purpose of purposes) expect(purposeWord(purpose)).not.toBe(purpose);
});
