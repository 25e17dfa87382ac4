import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing, for their owner only. Each is tried once, from the top
 * down: `mkdirSync` with `recursive` never returns where a file system answers ENOENT below a folder that is
 * there, as /proc does (seen with Node 20 to 24).
 * @throws the system's error, with its code and the path at which it stopped
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !isThere(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      // Another process may have made it since.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isThere(folder)) throw error;
    }
  }
}

/** Whether a folder is there. @throws the system's error where a file stands in its place */
function isThere(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return dirname(folder) === folder;
  if (found.isDirectory()) return true;
  throw Object.assign(new Error(`ENOTDIR: ${folder} is no folder`), { code: 'ENOTDIR', path: folder });
}
