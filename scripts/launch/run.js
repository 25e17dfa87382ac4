import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Children that run now: a launcher that is told to stop takes them along. */
/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Tells the programs that run quietly to stop, and waits until they have, five seconds at most.
 * @returns {Promise<void>}
 */
export async function stopChildren() {
  for (const child of children) child.kill('SIGTERM');
  for (let waited = 0; children.size > 0 && waited < 5000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const child of children) child.kill('SIGKILL');
}

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function runQuietly(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code: exitCode(code, signal), output });
    });
  });
}

/**
 * Runs a program with this terminal as its own and passes SIGTERM, SIGHUP and SIGINT on to it. A terminal
 * sends Ctrl-C to the child by itself, and npm sends it a second time: it is passed on only where there is no
 * terminal, and a repeat within a second is one signal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} the exit code, 128 plus the number for a signal
 */
export function runAttached(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    /** @type {Map<string, number>} */
    const last = new Map();
    const terminal = Boolean(process.stdin.isTTY);
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      const now = Date.now();
      const repeated = now - (last.get(signal) ?? -Infinity) < 1000;
      last.set(signal, now);
      if (repeated || (signal === 'SIGINT' && terminal)) return;
      child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const end = () => {
      for (const signal of signals) process.off(signal, pass);
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code, signal) => {
      end();
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return signal ? 128 + constants.signals[signal] : (code ?? 1);
}
