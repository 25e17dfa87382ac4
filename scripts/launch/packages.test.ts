import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';
import { installPackages, packagesReady } from './packages.js';

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': { devDependencies: { a: version } },
      'node_modules/a': { version },
      'node_modules/other-system': { version: '9.9.9', optional: true },
    },
  });
const manifest = (version: string) => JSON.stringify({ devDependencies: { a: version } });
const module = { 'node_modules/a/package.json': '{}' };

describe('packagesReady', () => {
  it('is false without modules', () => {
    expect(packagesReady(tree({ 'package-lock.json': lock('1.0.0') }))).toBe(false);
  });

  it('recognises what npm recorded, other systems’ optional packages left out, and stamps it', () => {
    const record = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });
    const root = tree({
      'package-lock.json': lock('1.0.0'),
      'node_modules/.package-lock.json': record,
      ...module,
    });
    expect(packagesReady(root)).toBe(true);
    expect(existsSync(join(root, 'node_modules/.indimaj-stamp'))).toBe(true);
  });

  it('is false when the lock asks for another version, or a recorded module has gone', () => {
    const record = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });
    const files = { 'node_modules/.package-lock.json': record };
    expect(packagesReady(tree({ ...files, ...module, 'package-lock.json': lock('1.0.1') }))).toBe(false);
    expect(packagesReady(tree({ ...files, 'package-lock.json': lock('1.0.0') }))).toBe(false);
  });
});

/** A project whose npm is a script of ours: it writes down how it was called, then does as told. */
function withNpm(script: string, files: Record<string, string>) {
  const root = tree({
    'bin/npm': `#!/bin/sh\necho "$*" >> calls\n${script}\n`,
    'node_modules/a/package.json': '{}',
    ...files,
  });
  chmodSync(join(root, 'bin/npm'), 0o755);
  const env = { PATH: `${join(root, 'bin')}:/usr/bin:/bin` };
  const verbs = () =>
    readFileSync(join(root, 'calls'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.replace(/ --include.*/, ''));
  return { root, verbs, install: () => installPackages(root, process.execPath, env) };
}

const unlocked = 'case "$1" in ci) echo "npm error code EUSAGE" >&2; exit 1;; esac';

describe('installPackages', () => {
  it('runs npm ci and is ready from then on', async () => {
    const { root, verbs, install } = withNpm('', {
      'package.json': manifest('1'),
      'package-lock.json': lock('1'),
    });
    await install();
    expect(verbs()).toEqual(['ci']);
    expect(packagesReady(root)).toBe(true);
  });

  it('takes npm install --no-save where ci refuses a lock that does describe package.json', async () => {
    const { root, verbs, install } = withNpm(unlocked, {
      'package.json': manifest('1'),
      'package-lock.json': lock('1'),
    });
    await install();
    expect(verbs()).toEqual(['ci', 'install --no-save']);
    // The module of before is gone: it may have been left half written.
    expect(existsSync(join(root, 'node_modules/a'))).toBe(false);
  });

  it('does not install over a lock written for other dependencies', async () => {
    const { root, install } = withNpm(unlocked, {
      'package.json': manifest('2'),
      'package-lock.json': lock('1'),
    });
    await expect(install()).rejects.toMatchObject({ step: 'packages', reason: 'lockOutOfDate' });
    expect(packagesReady(root)).toBe(false);
  });

  it('does not take a full disk, of which npm only warns, for an installation', async () => {
    const files = { 'package.json': manifest('1'), 'package-lock.json': lock('1') };
    const { root, install } = withNpm(
      'echo "npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device" >&2',
      files,
    );
    await expect(install()).rejects.toMatchObject({ reason: 'diskFull' });
    expect(packagesReady(root)).toBe(false);
  });

  it('says why it failed', async () => {
    const files = { 'package.json': manifest('1'), 'package-lock.json': lock('1') };
    const { install } = withNpm('echo "npm error code ENOTFOUND" >&2; exit 1', files);
    await expect(install()).rejects.toMatchObject({
      reason: 'noNetwork',
      detail: 'npm error code ENOTFOUND\n',
    });
  });
});
