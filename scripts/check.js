import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './launch/build.js';
import { Failure } from './launch/failure.js';
import { languagesOf } from './launch/language.js';
import { commandOf } from './launch/packages.js';
import { runQuietly } from './launch/run.js';

/*
 * `npm run check`: everything that can be refused without running the program. All checks run to their end
 * and report, two at a time; the last lines name those that refused something.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = process.execPath;

/** @type {{ name: string, args: string[], advice: string }[]} */
const checks = [
  {
    name: 'types',
    args: [
      commandOf(root, 'svelte-check'),
      '--tsconfig',
      './tsconfig.json',
      '--output',
      'human',
      '--fail-on-warnings',
    ],
    advice: 'correct the types at the lines above.',
  },
  {
    name: 'format',
    args: [commandOf(root, 'prettier'), '--check', '--cache', '--log-level', 'warn', '.'],
    advice: 'run npm run format.',
  },
  {
    name: 'lint',
    args: [commandOf(root, 'oxlint'), '--deny-warnings'],
    advice:
      'correct the lines above; a rule that is wrong for us is changed in .oxlintrc.json, with its reason in the commit.',
  },
  ...['imports', 'structure', 'messages', 'migrations', 'lock'].map((name) => ({
    name,
    args: [join('scripts', `check-${name}.ts`)],
    advice: 'do what the arrow says under each line.',
  })),
];

/** @type {string[]} */
const refused = [];

/** Takes checks from the list until it is empty; two of these run side by side. */
async function work() {
  for (let check = checks.shift(); check; check = checks.shift()) {
    const from = Date.now();
    const { code, output } = await runQuietly(node, check.args, { cwd: root, env: process.env });
    const seconds = ((Date.now() - from) / 1000).toFixed(1);
    if (code === 0) {
      console.log(`✔ ${check.name} (${seconds} s)`);
      continue;
    }
    refused.push(`${check.name}: ${check.advice}`);
    console.log(`✘ ${check.name} (${seconds} s)\n${output.trimEnd()}\n`);
  }
}

try {
  await compile(root, node, process.env);
  await Promise.all([work(), work()]);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  refused.push(`${error.detail}\n${error.sentence(languagesOf(process.env)[0] ?? 'en')}`);
}
if (refused.length > 0) console.log(`\nRefused:\n${refused.map((line) => `  ${line}`).join('\n')}`);
else console.log('\nNothing to refuse.');
process.exitCode = refused.length > 0 ? 1 : 0;
