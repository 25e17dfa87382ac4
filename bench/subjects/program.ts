import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a starting server is asked, in milliseconds. */
const ASK_EVERY = 10;

/** How long a start may take, and an end, in milliseconds. */
const LONGEST = 600_000;
const LONGEST_END = 15_000;

/**
 * Starts a program and measures the time from its start to the last byte of the first page it answers with
 * a success, then ends it.
 * @param command the program and its arguments.
 * @returns milliseconds.
 */
export async function timeToFirstPage(
  command: string[],
  url: string,
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const begun = performance.now();
  const child = spawn(command[0]!, command.slice(1), {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit');
  try {
    while (performance.now() - begun < LONGEST) {
      if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended before it served:\n${errors}`);
      if (await answers(url)) return performance.now() - begun;
      await wait(ASK_EVERY);
    }
    throw new Error(`${command.join(' ')} served no page at ${url} in ${LONGEST / 1000} s`);
  } finally {
    await end(child, exited);
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Tells a program to end, and ends what it started as well where it does not do so in time. */
async function end(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  if ((await Promise.race([exited, wait(LONGEST_END, 'late', { ref: false })])) !== 'late') return;
  process.kill(-child.pid, 'SIGKILL');
  await exited;
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request(url, { agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    asking.on('error', () => resolve(false));
    asking.end();
  });
}
