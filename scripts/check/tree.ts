import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A small project in a temporary folder, for the tests of the checks; gone when the test has finished.
 * @param files path from the root → content
 * @returns the folder
 */
export function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'indimaj-tree-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
