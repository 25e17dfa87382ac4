import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../files/folder.ts';

/** Says that another server already runs on the data folder. */
export class FolderInUse extends Error {
  readonly dataFolder: string;
  constructor(dataFolder: string) {
    super(`Another Indimaj server is running on ${dataFolder}`);
    this.name = 'FolderInUse';
    this.dataFolder = dataFolder;
  }
}

/** Locks of this process: a lock that nothing refers to would be closed by the garbage collector. */
const held = new Set<DatabaseSync>();

/**
 * Holds a data folder for one server. The lock is the operating system's own, taken through SQLite on a file
 * of its own, so it ends with the process however that ends: nothing stale is left after a kill or a power cut.
 * @throws FolderInUse where a server already holds it.
 * @returns a function that lets the folder go.
 */
export function lockFolder(dataFolder: string): () => void {
  makeFolder(dataFolder);
  const lock = new DatabaseSync(join(dataFolder, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive;');
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderInUse(dataFolder);
    throw error;
  }
  held.add(lock);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}
