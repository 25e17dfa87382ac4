import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold nothing written by hand. */
const skipped = new Set(['node_modules', 'paraglide', 'build', 'data']);

/** Every file below the named folders, as sorted paths from the root; generated and hidden ones left out. */
export function filesUnder(root: string, ...folders: string[]): string[] {
  return folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => walk(root, folder));
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !skipped.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(root, path) : [path];
    });
}

/** The text of a file. */
export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The number of the line on which an offset of a text lies, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
