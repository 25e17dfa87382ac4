import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';

let place: string;
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'indimaj-test-'))));
afterEach(() => rmSync(place, { recursive: true }));

describe('makeFolder', () => {
  it('makes what is missing, for its owner only, and leaves what is there', () => {
    const deep = join(place, 'a', 'b', 'c');
    makeFolder(deep);
    makeFolder(deep);
    expect([statSync(deep).mode & 0o777, statSync(join(place, 'a')).mode & 0o777]).toEqual([0o700, 0o700]);
  });

  it('names the file that stands in the way', () => {
    const file = join(place, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below', 'it')])
      expect(() => makeFolder(path)).toThrow(
        expect.objectContaining({ code: 'ENOTDIR', path: expect.stringContaining(file) }),
      );
  });

  it('stops at a link that leads nowhere', () => {
    const link = join(place, 'link');
    symlinkSync(join(place, 'nowhere'), link);
    expect(() => makeFolder(join(link, 'below'))).toThrow(
      expect.objectContaining({ code: 'EEXIST', path: link }),
    );
  });

  it.skipIf(!existsSync('/proc/self'))(
    'stops where the file system makes no folder (skipped: no /proc)',
    () => {
      for (const path of ['/proc/indimaj', '/proc/indimaj/data'])
        expect(() => makeFolder(path)).toThrow(
          expect.objectContaining({ code: 'ENOENT', path: '/proc/indimaj' }),
        );
    },
  );
});
