import { describe, expect, it } from 'vitest';
import { checkLock } from './check-lock.ts';
import { tree } from './check/tree.ts';

const npmrc = 'omit-lockfile-registry-resolved=true\nsave-exact=true\n';
const entry = (more: object) =>
  JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', ...more } } }, null, 2);

describe('checkLock', () => {
  it('accepts versions and checksums, and addresses that are not a package’s', () => {
    const lock = entry({ integrity: 'sha512-abc', funding: { url: 'https://opencollective.example/a' } });
    expect(checkLock(tree({ '.npmrc': npmrc, 'package-lock.json': lock }))).toEqual([]);
  });

  it('refuses an address of a registry, at its line', () => {
    const lock = entry({ resolved: 'https://registry.example/a/-/a-1.0.0.tgz' });
    const found = checkLock(tree({ '.npmrc': npmrc, 'package-lock.json': lock }));
    expect(found.map(({ file, line }) => [file, line])).toEqual([['package-lock.json', 5]]);
  });

  it('refuses an .npmrc that has lost the setting', () => {
    const found = checkLock(tree({ '.npmrc': 'save-exact=true\n', 'package-lock.json': entry({}) }));
    expect(found.map(({ file, rule }) => `${file}: ${rule}`)).toEqual([
      '.npmrc: omit-lockfile-registry-resolved=true is missing',
    ]);
  });

  it.each([
    'registry=https://registry.example/',
    '@scope:registry=https://registry.example/',
    '//r.example/:_authToken=x',
  ])('refuses %s in .npmrc', (line) => {
    const found = checkLock(tree({ '.npmrc': `${npmrc}${line}\n`, 'package-lock.json': entry({}) }));
    expect(found.map((refusal) => refusal.line)).toEqual([3]);
  });

  it('refuses a project without a lock file', () => {
    expect(checkLock(tree({ '.npmrc': npmrc })).map(({ file }) => file)).toEqual(['package-lock.json']);
  });
});
