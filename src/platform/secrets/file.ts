import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Why a file of secrets is not used; it never says what is in it. */
export class SecretsRefused extends Error {
  override name = 'SecretsRefused';
  readonly reason: 'open-to-others' | 'damaged';
  readonly file: string;
  constructor(reason: SecretsRefused['reason'], file: string) {
    super(`${reason}: ${file}`);
    this.reason = reason;
    this.file = file;
  }
}

/** Everything a file of secrets holds; nothing where it is missing. @throws SecretsRefused */
export function readSecrets(file: string): Map<string, string> {
  const text = readOwn(file);
  if (text === null) return new Map();
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) {
      const entries = Object.entries(found);
      if (entries.every(([, value]) => typeof value === 'string')) return new Map(entries);
    }
  } catch {
    // What JSON.parse says quotes the text, which nobody is to read in a log.
  }
  throw new SecretsRefused('damaged', file);
}

/** Replaces a file of secrets in one step, on the disk before it returns. For who holds its lock. */
export function replaceSecrets(file: string, secrets: Map<string, string>): void {
  const partial = `${file}.partial`;
  // Left by a process that was killed: nobody else is writing.
  rmSync(partial, { force: true });
  try {
    const descriptor = openSync(partial, 'wx', 0o600);
    try {
      writeFileSync(descriptor, `${JSON.stringify(Object.fromEntries(secrets), null, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
  syncFolder(dirname(file));
}

/** A file's text where only its owner may read it; null where it is missing. */
function readOwn(file: string): string | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    // Windows has no such modes; there the folder's own rights hold.
    if (process.platform !== 'win32' && fstatSync(descriptor).mode & 0o077)
      throw new SecretsRefused('open-to-others', file);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
