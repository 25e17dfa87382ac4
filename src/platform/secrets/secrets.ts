import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeFolder } from '../files/folder.ts';
import { readSecrets, replaceSecrets } from './file.ts';
import { withLock } from './lock.ts';

/** What a node keeps for itself, by name: keys it signs with, passwords of servers it speaks to. */
export interface Secrets {
  /** @returns undefined where there is no secret of that name */
  read(name: string): string | undefined;
  /** Keeps a secret on the disk before it returns; null removes it. */
  write(name: string, value: string | null): void;
  /** The secret of that name, made of random bytes (base64url) the first time it is asked for. */
  generated(name: string, bytes?: number): string;
}

/** The file of a data folder that holds the secrets; it is in no backup and in no export. */
export function secretsFile(dataFolder: string): string {
  return join(dataFolder, 'secrets.json');
}

/**
 * Opens the secrets of a data folder, which is made when missing. Every call reads the file anew, so that all
 * processes on the folder know the same; those that write wait for each other.
 * @throws SecretsRefused here and in every call, where the file is open to others or damaged: it is then left
 * as it is, for a person to mend.
 */
export function openSecrets(dataFolder: string): Secrets {
  makeFolder(dataFolder);
  const file = secretsFile(dataFolder);
  readSecrets(file);
  const change = (name: string, next: (now: string | undefined) => string | null) =>
    withLock(`${file}.lock`, () => {
      const all = readSecrets(file);
      const now = all.get(name);
      const value = next(now);
      if (value === (now ?? null)) return now;
      if (value === null) all.delete(name);
      else all.set(name, value);
      replaceSecrets(file, all);
      return value ?? undefined;
    });

  return {
    read: (name) => readSecrets(file).get(named(name)),
    write(name, value) {
      change(named(name), () => value);
    },
    generated: (name, bytes = 32) =>
      readSecrets(file).get(named(name)) ??
      change(name, (now) => now ?? randomBytes(bytes).toString('base64url'))!,
  };
}

/** @throws Error where a name is not lower-case words joined by hyphens */
function named(name: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name;
  throw new Error('A secret is named by lower-case words joined by hyphens');
}
