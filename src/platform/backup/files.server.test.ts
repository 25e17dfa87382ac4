import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../database/migrate.ts';
import { makeTestLocation } from '../database/testing.ts';
import { openStore, sha256Of } from '../files/store.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { forge, using } from './testing.ts';

let from: Awaited<ReturnType<typeof makeTestLocation>>;
let to: Awaited<ReturnType<typeof makeTestLocation>>;
let file: string;
const contents = ['محضر', 'x'.repeat(300_000)].map((text) => Buffer.from(text));
const hashes = contents.map(sha256Of).sort();
beforeEach(async () => {
  [from, to] = [await makeTestLocation(), await makeTestLocation()];
  file = join(from.location.dataFolder, 'one.indimaj');
  await using(from.location, migrate);
  for (const bytes of contents) await openStore(from.location.dataFolder).put(bytes);
});
afterEach(async () => {
  for (const { remove } of [from, to]) await remove();
});

/** The backup again with its lines changed, gzipped as it was. */
function changed(change: (lines: string[]) => string[]): string {
  const lines = change(gunzipSync(readFileSync(file)).toString().trimEnd().split('\n'));
  const name = join(from.location.dataFolder, `changed-${lines.length}.indimaj`);
  writeFileSync(name, gzipSync(`${lines.join('\n')}\n`));
  return name;
}
const isFile = (line: string) => line.startsWith('{"file"');

it('holds the files of the data folder, and a restore puts them back beside those that are there', async () => {
  expect(await backup(from.location, file)).toMatchObject({ files: 2, damaged: [] });
  const there = openStore(to.location.dataFolder);
  const own = await there.put(Buffer.from('own'));
  await restore(to.location, file);
  expect(await there.list()).toEqual([...hashes, own].sort());
  for (const bytes of contents) expect((await there.read(sha256Of(bytes)))?.equals(bytes)).toBe(true);
});

it('leaves a file out that the disk has damaged, and says which', async () => {
  const place = join('files', hashes[0]!.slice(0, 2), hashes[0]!);
  writeFileSync(join(from.location.dataFolder, place), 'something else');
  expect(await backup(from.location, file)).toMatchObject({ files: 1, damaged: [place] });
  await restore(to.location, file);
  expect(await openStore(to.location.dataFolder).list()).toEqual([hashes[1]]);
});

it('is refused where a file is missing in it, or is not what its name says', async () => {
  await backup(from.location, file);
  const without = changed((lines) => lines.filter((line) => !line.includes(hashes[0]!)));
  await expect(restore(to.location, without)).rejects.toMatchObject({ reason: 'corrupt', where: 'files' });
  const other = changed((lines) =>
    lines.map((line) => (isFile(line) ? line.replace(/"base64":"../, '"base64":"AA') : line)),
  );
  await expect(restore(to.location, other)).rejects.toMatchObject({ reason: 'corrupt' });
});

it('reads one of the first version, which had no files', async () => {
  await backup(from.location, file);
  const first = forge(file, (lines) =>
    lines.filter((line) => !isFile(line)).with(0, lines[0]!.replace('"version":2', '"version":1')),
  );
  await restore(to.location, first);
  expect(await openStore(to.location.dataFolder).list()).toEqual([]);
});
