import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

it('sweeps what no name is given to and what was left half written, once both are old enough', async () => {
  const store = openStore(folder);
  const [named, unnamed, young, again] = await Promise.all(
    ['named', 'unnamed', 'young', 'again'].map((text) => store.put(Buffer.from(text))),
  );
  const placeOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256);
  const partial = join(folder, 'files', unnamed!.slice(0, 2), `.${'a'.repeat(16)}`);
  writeFileSync(partial, 'half');
  const [then, before] = [new Date('2026-05-01T00:00:00Z'), new Date('2026-05-02T00:00:00Z')];
  for (const place of [partial, ...[named, unnamed, again].map((sha256) => placeOf(sha256!))])
    utimesSync(place, then, then);
  await store.put(Buffer.from('again'));
  expect(await store.sweep(new Set([named!]), before)).toBe(2);
  expect(await store.list()).toEqual([named, young, again].toSorted());
  expect(readdirSync(join(folder, 'files', unnamed!.slice(0, 2)))).not.toContain(`.${'a'.repeat(16)}`);
});
