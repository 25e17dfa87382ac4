import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

/** A holder touches its lock this often, and counts as gone when it has not for that long. */
const beat = 5_000;
const silence = 60_000;

/**
 * Runs a task while holding a lock file, so that two launchers in one folder do not install or build over
 * each other. A lock whose holder has died on this machine, or has been silent for a minute, is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} task
 * @param {(free: () => Promise<void>) => Promise<void>} [waiting] is called when another holds the lock; it
 *   returns once `free()` has
 * @returns {Promise<T>}
 */
export async function withLock(path, task, waiting = (free) => free()) {
  mkdirSync(dirname(path), { recursive: true });
  // The first attempt may only have cleared a dead lock away.
  if (!tryLock(path) && !tryLock(path)) {
    await waiting(async () => {
      while (!tryLock(path)) await new Promise((resolve) => setTimeout(resolve, 200));
    });
  }
  const release = () => rmSync(path, { force: true });
  const timer = setInterval(() => touch(path), beat);
  process.on('exit', release);
  try {
    return await task();
  } finally {
    clearInterval(timer);
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} path
 * @returns {boolean} whether the lock is now ours
 */
function tryLock(path) {
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, since: new Date().toISOString() });
  try {
    writeFileSync(path, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const held = read(path);
  if (held !== undefined && isStale(path, held)) takeAway(path, held);
  return false;
}

/**
 * Removes a dead lock. Another launcher may have done so and locked anew in between: what we moved away is
 * compared with what we judged, and a living lock is put back.
 * @param {string} path
 * @param {string} judged
 */
function takeAway(path, judged) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== judged) linkSync(aside, path);
  } catch {
    // Someone else was quicker; the next attempt sees what they left.
  }
  rmSync(aside, { force: true });
}

/**
 * @param {string} path
 * @param {string} held
 */
function isStale(path, held) {
  let holder = { host: '', pid: 0 };
  try {
    holder = JSON.parse(held);
  } catch {
    // Written half when its holder died, or being written right now: silence decides.
  }
  try {
    if (holder.host === hostname() && holder.pid > 0 && !isAlive(holder.pid)) return true;
    return Date.now() - statSync(path).mtimeMs > silence;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken over while this machine slept: the task goes on, the next launcher checks the stamps itself.
  }
}
