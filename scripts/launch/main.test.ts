import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';

/** A folder (with a space in its name) that holds the launcher and nothing installed. */
function bare() {
  const root = join(tree({ 'a clone/package.json': '{ "type": "module" }' }), 'a clone');
  cpSync(join(import.meta.dirname, '..', 'launch'), join(root, 'scripts', 'launch'), { recursive: true });
  cpSync(join(import.meta.dirname, '..', 'launch.js'), join(root, 'scripts', 'launch.js'));
  return root;
}

const launch = (root: string, args: string[], env: Record<string, string>) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'launch.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });

describe('the launcher in a fresh clone', () => {
  it.each([
    ['fr_FR.UTF-8', 'Environnement'],
    ['ar_MA.UTF-8', 'متغيرات البيئة'],
    ['en_GB.UTF-8', 'Environment'],
  ])('helps in %s without installing anything', (LANG, heading) => {
    const root = bare();
    const { status, stdout } = launch(root, ['start', '--help'], { LANG });
    expect(status).toBe(0);
    for (const word of [heading, '--port', '--host', '--data', '--empty', 'INDIMAJ_URL', 'DATABASE_URL']) {
      expect(stdout).toContain(word);
    }
    expect([existsSync(join(root, '.node')), existsSync(join(root, 'node_modules'))]).toEqual([false, false]);
  });

  it('says in French and English what is wrong where the terminal has no language, and gives up its lock', () => {
    const root = bare();
    // A lock file without package.json's dependencies, and an npm that has no network.
    cpSync(join(root, 'package.json'), join(root, 'package-lock.json'));
    const npm = join(root, 'npm-cli.js');
    cpSync(join(root, 'package.json'), npm);
    const { status, stdout, stderr } = launch(root, ['test'], { PATH: '/nowhere', npm_execpath: npm });
    expect(status).toBe(1);
    expect(stderr).toContain('Les modules du projet n’ont pas pu être installés\u00a0: ');
    expect(stderr).toContain('The project’s modules could not be installed: ');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('tests: 0 passed, 1 failed');
    expect(existsSync(join(root, '.node', 'lock'))).toBe(false);
  });

  it('answers an unknown command with its help and status 2', () => {
    expect(launch(bare(), ['strat'], { LANG: 'en_GB' }).status).toBe(2);
  });
});
