import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lineAt, textOf } from './check/files.ts';
import { report, type Refusal } from './check/refusal.ts';

const setting = 'omit-lockfile-registry-resolved=true';
const rewrite = `keep ${setting} in .npmrc, delete the "resolved" lines and run npm install --package-lock-only.`;

/**
 * Checks that the lock file names packages by version and checksum only: whoever installs uses their own
 * registry, and no address of anyone's enters the history.
 */
export function checkLock(root: string): Refusal[] {
  const lock = 'package-lock.json';
  if (!existsSync(join(root, lock))) {
    return [
      {
        file: lock,
        rule: 'the lock file is missing',
        instead: 'run npm install and keep the file it writes.',
      },
    ];
  }
  return [...settings(root), ...addresses(root, lock)];
}

function settings(root: string): Refusal[] {
  const file = '.npmrc';
  const text = existsSync(join(root, file)) ? textOf(root, file) : '';
  const lines = text.split('\n').map((line) => line.replaceAll(' ', ''));
  const found: Refusal[] = lines.flatMap((line, at) =>
    /(^|:)registry=|_auth|_password/i.test(line)
      ? [
          {
            file,
            line: at + 1,
            rule: 'a registry or its key is named in the project',
            instead: 'move the line into your own ~/.npmrc.',
          },
        ]
      : [],
  );
  if (lines.includes(setting)) return found;
  return [...found, { file, rule: `${setting} is missing`, instead: `add the line ${setting}.` }];
}

function addresses(root: string, file: string): Refusal[] {
  const text = textOf(root, file);
  const resolved = [...text.matchAll(/"resolved":|https?:\/\/[^"]*\.tgz/g)].map(({ index }) =>
    lineAt(text, index),
  );
  return [...new Set(resolved)].slice(0, 5).map((line) => ({
    file,
    line,
    rule: 'an address of a registry stands in the lock file',
    instead: rewrite,
  }));
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = report('lock file', checkLock(process.cwd()));
}
