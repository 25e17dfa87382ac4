import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('is the one of package.json, for Node without a bundler', () => {
  const expected = JSON.parse(readFileSync('package.json', 'utf8')).version;
  const script = "import { version } from '#platform/version/version.ts'; process.stdout.write(version);";
  const argv = ['--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, argv, { encoding: 'utf8' })).toBe(expected);
});
