import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';
import { buildReady, sourceHash } from './build.js';

const project = {
  'src/app.html': '<html>',
  'src/network/model.ts': 'export {}',
  'messages/ui/fr.json': '{}',
  'static/icon.svg': '<svg/>',
  'package-lock.json': '{}',
};
const write = (root: string, path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

describe('sourceHash', () => {
  it.each([
    ['a source is edited', 'src/network/model.ts', 'export const a = 1;'],
    ['a source is added', 'src/network/schema.ts', ''],
    ['a message changes', 'messages/ui/fr.json', '{ "a": "b" }'],
    ['a static file changes', 'static/icon.svg', '<svg></svg>'],
    ['the lock changes', 'package-lock.json', '{ "a": 1 }'],
    ['the build is configured otherwise', 'vite.config.ts', 'export default {}'],
  ])('changes when %s', (_, path, content) => {
    const root = tree(project);
    const before = sourceHash(root);
    write(root, path, content);
    expect(sourceHash(root)).not.toBe(before);
  });

  it('stays when tests, compiled messages, hidden files or what is no source change', () => {
    const root = tree(project);
    const before = sourceHash(root);
    for (const path of [
      'src/network/model.test.ts',
      'src/paraglide/messages.js',
      'project.inlang/README.md',
      'src/.DS_Store',
      'README.md',
    ]) {
      write(root, path, 'x');
    }
    expect(sourceHash(root)).toBe(before);
  });

  it('tells content that moved from one file into the next', () => {
    const one = tree({ 'src/a.ts': 'xy', 'src/b.ts': 'z' });
    const other = tree({ 'src/a.ts': 'x', 'src/b.ts': 'yz' });
    expect(sourceHash(one)).not.toBe(sourceHash(other));
  });
});

describe('buildReady', () => {
  const built = (root: string) => {
    for (const path of ['build/handler.js', 'src/paraglide/messages.js']) write(root, path, '');
    write(root, 'build/.stamp', `${sourceHash(root)}\n`);
  };

  it('needs the stamp of the present sources', () => {
    const root = tree(project);
    expect(buildReady(root)).toBe(false);
    built(root);
    expect(buildReady(root)).toBe(true);
    write(root, 'src/app.html', '<html lang>');
    expect(buildReady(root)).toBe(false);
  });

  it.each(['build/handler.js', 'build/.stamp', 'src/paraglide/messages.js'])('needs %s', (path) => {
    const root = tree(project);
    built(root);
    rmSync(join(root, path));
    expect(buildReady(root)).toBe(false);
  });
});
