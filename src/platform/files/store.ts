import { createHash, randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync, utimesSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './folder.ts';

/** What a file is called: the SHA-256 of its bytes, in hexadecimal. */
const NAME = /^[0-9a-f]{64}$/;

/** Files by the hash of their bytes, below the data folder. A file is never changed; the same bytes are kept once. */
export interface FileStore {
  /** Keeps bytes, on disk when it resolves. @returns their SHA-256 */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash; null where there are none, or it is no hash. */
  read(sha256: string): Promise<Buffer<ArrayBuffer> | null>;
  /** Every hash, in order. */
  list(): Promise<string[]>;
  /**
   * Removes what was put before an instant and has no name: files whose record a crash cut off, and what it left
   * half written. Names are to be read after the instant was chosen.
   * @returns how many
   */
  sweep(named: ReadonlySet<string>, before: Date): Promise<number>;
}

/** What a file is called while it is being written. */
const PARTIAL = /^\.[0-9a-f]{16}$/;

/** The store of a data folder: `files/<first two digits>/<hash>`, readable by the node's owner only. */
export function openStore(dataFolder: string): FileStore {
  const root = join(dataFolder, 'files');
  const placeOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const place = placeOf(sha256);
      if (existsSync(place)) {
        // Put again, it is as young as if it were new: a sweep leaves it until its record names it. Without a pause
        // between the two, in which a sweep would remove it.
        utimesSync(place, new Date(), new Date());
        return sha256;
      }
      const folder = dirname(place);
      makeFolder(folder);
      const partial = join(folder, `.${randomBytes(8).toString('hex')}`);
      try {
        const handle = await open(partial, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(partial, place);
      } finally {
        await rm(partial, { force: true });
      }
      for (const folderOf of [folder, root]) await sync(folderOf);
      return sha256;
    },
    async read(sha256) {
      if (!NAME.test(sha256)) return null;
      try {
        return (await readFile(placeOf(sha256))) as Buffer<ArrayBuffer>;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async list() {
      if (!existsSync(root)) return [];
      const folders = (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const names = await Promise.all(folders.map((folder) => readdir(join(root, folder))));
      return names
        .flat()
        .filter((name) => NAME.test(name))
        .sort();
    },
    async sweep(named, before) {
      let count = 0;
      for (const folder of existsSync(root) ? await readdir(root) : [])
        for (const name of await readdir(join(root, folder))) {
          if (named.has(name) || !(NAME.test(name) || PARTIAL.test(name))) continue;
          const place = join(root, folder, name);
          // Looked at and removed without a pause, so that no put of the same bytes comes between.
          const found = statSync(place, { throwIfNoEntry: false });
          if (!found || found.mtime >= before) continue;
          rmSync(place, { force: true });
          count += 1;
        }
      return count;
    },
  };
}

/** The hash by which a store knows bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Waits until a folder's names have reached the disk. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
