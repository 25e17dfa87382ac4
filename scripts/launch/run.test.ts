import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';
import { runAttached, runQuietly } from './run.js';

const options = { cwd: process.cwd(), env: process.env };

describe('runQuietly', () => {
  it('keeps both outputs and the exit code', async () => {
    const script = "console.log('out'); console.error('err'); process.exitCode = 3;";
    const { code, output } = await runQuietly(process.execPath, ['-e', script], options);
    expect([code, output.split('\n').filter(Boolean).toSorted()]).toEqual([3, ['err', 'out']]);
  });

  it('answers 127 for a program that is not there', async () => {
    expect((await runQuietly('/nowhere/at-all', [], options)).code).toBe(127);
  });
});

describe('runAttached', () => {
  it('passes the exit code on, and 128 and more for a signal', async () => {
    const run = (script: string) => runAttached(process.execPath, ['-e', script], options);
    expect(await run('process.exitCode = 7')).toBe(7);
    expect(await run("process.kill(process.pid, 'SIGKILL')")).toBe(137);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('passes %s on once, however often it comes', async (signal) => {
    const root = tree({
      'server.mjs': `
        let got = 0;
        process.on('${signal}', () => { got += 1; setTimeout(() => process.exit(40 + got), 300); });
        setInterval(() => {}, 1000);
        console.log('ready');`,
      'launcher.mjs': `
        import { runAttached } from ${JSON.stringify(join(import.meta.dirname, 'run.js'))};
        process.exitCode = await runAttached(process.execPath, [new URL('server.mjs', import.meta.url).pathname], { env: process.env });`,
    });
    const launcher = spawn(process.execPath, [join(root, 'launcher.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(launcher, 'exit');
    await once(launcher.stdout, 'data');
    launcher.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    launcher.kill(signal);
    expect(await exited).toEqual([41, null]);
  });
});
