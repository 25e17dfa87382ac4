import { DatabaseSync } from 'node:sqlite';

/** How long a process waits for others that write secrets, in milliseconds; one takes a few. */
const PATIENCE = 10_000;

/**
 * Runs `work` while no other process runs work under the same file. The lock is the operating system's own,
 * taken through SQLite as for a server's folder: it ends with the process however that ends.
 */
export function withLock<T>(file: string, work: () => T): T {
  const lock = new DatabaseSync(file, { timeout: PATIENCE });
  try {
    lock.exec('begin exclusive');
    return work();
  } finally {
    lock.close();
  }
}
