import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, reasonOf } from './failure.js';
import { commandOf } from './packages.js';
import { runQuietly } from './run.js';

/** What the built pages depend on; tests and what building itself writes left out. */
const sources = [
  'src',
  'messages',
  'static',
  'project.inlang',
  'scripts/pages',
  'vite.config.ts',
  'tsconfig.json',
];
const alsoSources = ['package.json', 'package-lock.json'];
const written = new Set(['src/paraglide', 'project.inlang/cache', 'project.inlang/README.md']);

/** What building leaves, and what is run: both must be there beside the stamp. */
const messages = 'src/paraglide/messages.js';
const results = ['build/handler.js', messages];

/**
 * One hash over the names and contents of everything the build reads.
 * @param {string} root
 * @returns {string}
 */
export function sourceHash(root) {
  const hash = createHash('sha256');
  for (const path of [...sources, ...alsoSources].flatMap((name) => filesIn(root, name))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether the command line finds its messages, of whichever day.
 * @param {string} root
 */
export function messagesReady(root) {
  return existsSync(join(root, messages));
}

/** @param {string} root */
export function buildReady(root) {
  if (results.some((path) => !existsSync(join(root, path)))) return false;
  const stamp = join(root, 'build', '.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === sourceHash(root);
}

/**
 * Builds the pages and writes the stamp. The hash is taken first: what is edited meanwhile is built next time.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @throws {Failure}
 */
export async function build(root, node, env) {
  const hash = sourceHash(root);
  const stamp = join(root, 'build', '.stamp');
  rmSync(stamp, { force: true });
  await compile(root, node, env);
  await run('build', [commandOf(root, 'vite'), 'build', '--logLevel', 'warn'], root, node, env);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, `${hash}\n`);
}

/**
 * Writes what the command line, the tests and the type checker read: the compiled messages and Kit's types.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @throws {Failure}
 */
export async function compile(root, node, env) {
  await run('build', ['scripts/messages.ts'], root, node, env);
  await run('build', [commandOf(root, '@sveltejs/kit', 'svelte-kit'), 'sync'], root, node, env);
}

/**
 * @param {'build'} step
 * @param {string[]} args
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function run(step, args, root, node, env) {
  const { code, output } = await runQuietly(node, args, { cwd: root, env });
  if (code !== 0) throw new Failure(step, reasonOf(output), { detail: output });
}

/**
 * Every file under a name, in one order on every machine, hidden files and tests left out.
 * @param {string} root
 * @param {string} name
 * @returns {string[]}
 */
function filesIn(root, name) {
  const path = join(root, name);
  if (written.has(name) || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path)
    .filter((entry) => !entry.startsWith('.') && !entry.endsWith('.test.ts'))
    .toSorted()
    .flatMap((entry) => filesIn(root, `${name}/${entry}`));
}
