import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a starting server is asked, in milliseconds. */
const ASK_EVERY = 10;

/** How long a start may take, and an end, in milliseconds. */
const LONGEST = 600_000;
const LONGEST_END = 15_000;

/** The least that a server with Node costs, in time and memory. */
const BARE = `require('node:http').createServer((_, response) => response.end('ok')).listen(+process.argv[1])`;

/** Starts `node:http` alone. */
export function bareCommand(port: number): string[] {
  return [process.execPath, '-e', BARE, String(port)];
}

/** A program that serves. */
export interface Program {
  pid: number;
  /** From its start to the last byte of the first page it answered with a success, in milliseconds. */
  firstPage: number;
  stop(): Promise<void>;
}

/**
 * Starts a program and waits for its first page.
 * @param command the program and its arguments.
 * @throws Error where it ends before it serves, or where something else serves that address already.
 */
export async function startProgram(command: string[], url: string, cwd: string): Promise<Program> {
  if (await answers(url)) throw new Error(`Something serves ${url} already`);
  const begun = performance.now();
  const child = spawn(command[0]!, command.slice(1), {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit');
  const stop = () => end(child, exited);
  try {
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended before it served:\n${errors}`);
      if (performance.now() - begun > LONGEST)
        throw new Error(`${command.join(' ')} served no page at ${url} in ${LONGEST / 1000} s`);
      await wait(ASK_EVERY);
    }
    return { pid: child.pid!, firstPage: performance.now() - begun, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** How long a program takes from its start to its first page, in milliseconds; it is ended afterwards. */
export async function timeToFirstPage(command: string[], url: string, cwd: string): Promise<number> {
  const { firstPage, stop } = await startProgram(command, url, cwd);
  await stop();
  return firstPage;
}

/** A process with those it started, and theirs (proc(5)); the one that started them first. */
export function processTree(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(processTree)];
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
