import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, sha256Of } from './store.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'indimaj-files-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps the same bytes once, under their hash, for their owner only', async () => {
  const store = openStore(folder);
  expect(await store.list()).toEqual([]);
  const bytes = Buffer.from('محضر');
  const both = await Promise.all([store.put(bytes), store.put(bytes)]);
  expect(both).toEqual([sha256Of(bytes), sha256Of(bytes)]);
  expect(await store.put(bytes)).toBe(both[0]);
  expect((await store.read(both[0]))?.toString()).toBe('محضر');
  expect(await store.list()).toEqual([both[0]]);
  const place = join(folder, 'files', both[0].slice(0, 2));
  expect(readdirSync(place)).toEqual([both[0]]);
  expect(statSync(join(place, both[0])).mode & 0o777).toBe(0o600);
});

it('reads nothing but what bears a hash', async () => {
  const store = openStore(folder);
  await store.put(Buffer.from('a'));
  for (const name of ['', '../../etc/passwd', 'A'.repeat(64), '..', `${'a'.repeat(63)}/`, 'f'.repeat(64)])
    expect(await store.read(name), name).toBeNull();
});
