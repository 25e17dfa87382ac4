import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import { FolderInUse, lockFolder } from './server-lock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'indimaj-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const holder = () =>
  startModule(
    `import { setFlagsFromString } from 'node:v8';
     import { runInNewContext } from 'node:vm';
     import { lockFolder } from '#platform/database/server-lock.ts';
     lockFolder(input.folder);
     setFlagsFromString('--expose-gc');
     for (let i = 0; i < 3; i += 1) {
       runInNewContext('gc')();
       await new Promise((resolve) => setImmediate(resolve));
     }
     console.log('held');
     setInterval(() => {}, 1000);`,
    { folder },
  );

describe('the lock of a data folder', () => {
  it('refuses a second server, naming the folder', async () => {
    const child = holder();
    await child.line();
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    expect(() => lockFolder(folder)).toThrow(`Another Indimaj server is running on ${folder}`);
    child.process.kill();
    await child.ended;
  });

  it('is free again once its holder is killed without warning', async () => {
    const child = holder();
    await child.line();
    child.process.kill('SIGKILL');
    await child.ended;
    lockFolder(folder)();
  });

  it('is held by one of two in the same process too, and let go', () => {
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    release();
    lockFolder(folder)();
  });

  it('makes the folder, and passes on what keeps it from being made', () => {
    lockFolder(join(folder, 'a/b'))();
    writeFileSync(join(folder, 'file'), '');
    expect(() => lockFolder(join(folder, 'file/data'))).toThrow(/ENOTDIR/);
  });
});
