import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';
import { withLock } from './lock.js';

/** The number of a process that has ended. */
const gone = () => spawnSync(process.execPath, ['--version']).pid;
const held = (host: string, pid: number) => JSON.stringify({ host, pid, since: '2026-01-01T00:00:00Z' });

describe('withLock', () => {
  it('returns what the task returns and leaves no lock, also after a failure', async () => {
    const path = join(tree({}), '.node', 'lock');
    expect(await withLock(path, async () => existsSync(path))).toBe(true);
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  it('waits while a living process holds it, and says so', async () => {
    // The parent of this process lives for as long as the test does.
    const root = tree({ lock: held(hostname(), process.ppid) });
    const path = join(root, 'lock');
    const order: string[] = [];
    await withLock(
      path,
      async () => order.push('task'),
      async (free) => {
        order.push('waiting');
        const freed = free().then(() => order.push('free'));
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push(existsSync(path) ? 'still held' : 'lost');
        spawnSync('rm', [path]);
        await freed;
      },
    );
    expect(order).toEqual(['waiting', 'still held', 'free', 'task']);
  });

  it.each([
    ['whose holder has died', () => held(hostname(), gone()), 0],
    ['of another machine, silent for a minute', () => held('another.example', process.ppid), 61],
    ['of which only half was written, a minute ago', () => '{ "ho', 61],
  ])('takes over a lock %s', async (_, content, age) => {
    const path = join(tree({ lock: content() }), 'lock');
    const then = new Date(Date.now() - age * 1000);
    utimesSync(path, then, then);
    expect(await withLock(path, async () => 'done')).toBe('done');
  });

  it('keeps a living lock of another machine', async () => {
    const path = join(tree({ lock: held('another.example', gone()) }), 'lock');
    const stopped = withLock(
      path,
      async () => 'done',
      () => Promise.reject(new Error('was waiting')),
    );
    await expect(stopped).rejects.toThrow('was waiting');
    expect(existsSync(path)).toBe(true);
  });
});
