import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildReady, compile, messagesReady } from './build.js';
import { Failure } from './failure.js';
import { help } from './help.js';
import { languagesOf } from './language.js';
import { withLock } from './lock.js';
import { findNode, installNode, isSuitable, wanted, withNode } from './node.js';
import { commandOf, installPackages, packagesReady } from './packages.js';
import { showing } from './progress.js';
import { runAttached, stopChildren } from './run.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * What is built before a command runs: the pages, if their sources changed or always; the messages alone, which
 * a command beside a running server needs (it must not be rebuilt under its feet).
 * @typedef {'pages if changed' | 'pages' | 'messages' | 'nothing'} Built
 */

/**
 * What each command needs besides Node and the modules, and what it then runs.
 * @type {Record<string, { built: (args: string[]) => Built, program?: (args: string[]) => string[] }>}
 */
const commands = {
  start: { built: () => 'pages if changed', program: (args) => ['cli/main.ts', 'serve', ...args] },
  cli: {
    built: ([verb]) => (verb === 'serve' ? 'pages if changed' : 'messages'),
    program: (args) => [join(root, 'cli/main.ts'), ...args],
  },
  build: { built: () => 'pages' },
  dev: { built: () => 'nothing', program: (args) => [commandOf(root, 'vite'), 'dev', ...args] },
  check: { built: () => 'nothing', program: (args) => ['scripts/check.js', ...args] },
  test: { built: () => 'nothing', program: (args) => ['scripts/test.js', ...args] },
  bench: { built: () => 'pages if changed', program: (args) => ['bench/main.ts', ...args] },
  format: {
    built: () => 'nothing',
    program: (args) => [commandOf(root, 'prettier'), '--write', ...(args.length > 0 ? args : ['.'])],
  },
  messages: { built: () => 'nothing', program: () => ['scripts/messages.ts'] },
};

/**
 * Makes sure of everything a command needs, runs it, and answers with its exit code.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function main(name, args) {
  const [language = 'en', other] = languagesOf(process.env);
  if (name === 'prepare') return prepare();
  const command = commands[name];
  if (!command || (name === 'start' && args.some((arg) => arg === '--help' || arg === '-h'))) {
    process.stdout.write(help(language));
    return command ? 0 : 2;
  }
  try {
    const { node, env } = await makeReady(command.built(args), language);
    if (!command.program) return 0;
    const cwd = name === 'cli' ? process.cwd() : root;
    return await runAttached(node, command.program(args), { cwd, env });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.detail) process.stderr.write(`${excerpt(error.detail)}\n\n`);
    for (const spoken of other ? [language, other] : [language]) {
      process.stderr.write(`${error.sentence(spoken)}\n`);
    }
    if (name === 'test') process.stdout.write('tests: 0 passed, 1 failed\n');
    return 1;
  }
}

/**
 * Node, modules and pages: what is already there costs a few milliseconds and takes no lock.
 * @param {Built} built
 * @param {import('./language.js').Language} language
 */
async function makeReady(built, language) {
  let node = findNode(root);
  const builtReady = () => {
    if (built === 'messages') return messagesReady(root);
    return built === 'nothing' || (built === 'pages if changed' && buildReady(root));
  };
  if (node && packagesReady(root) && builtReady()) return { node, env: environment(node) };

  const to = { out: process.stderr, language };
  let stopping = false;
  const interrupted = (/** @type {NodeJS.Signals} */ signal) => {
    stopping = true;
    void stopChildren().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  try {
    const work = async () => {
      const found = findNode(root);
      const used =
        found ?? (await showing('node', { version: wanted }, () => installNode(root, process.env), to));
      const env = environment(used);
      if (!packagesReady(root)) await showing('packages', {}, () => installPackages(root, used, env), to);
      const make = built === 'messages' ? compile : build;
      if (!builtReady()) await showing('build', {}, () => make(root, used, env), to);
      return used;
    };
    node = await withLock(join(root, '.node', 'lock'), work, (free) => showing('wait', {}, free, to));
    return { node, env: environment(node) };
  } catch (error) {
    // A step that was interrupted has not failed: the process ends with its children, without a word.
    if (stopping) await new Promise(() => undefined);
    throw asFailure(error);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/**
 * What npm runs at the end of every install: writes the compiled messages and Kit's types for editors. Where
 * the Node at hand cannot, or the modules for building were left out, the other commands do it in time.
 */
async function prepare() {
  const able =
    isSuitable(process.versions.node) && existsSync(join(root, 'node_modules', '@sveltejs', 'kit'));
  if (!able || process.env.INDIMAJ_LAUNCHER) return 0;
  try {
    await compile(root, process.execPath, process.env);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${excerpt(error.detail)}\n${error.sentence('en')}\n`);
  }
  return 0;
}

/**
 * What every program is run with: the chosen Node first on PATH, and Node's cache of compiled sources, which
 * takes a quarter of a second off a second start.
 * @param {string} node
 */
function environment(node) {
  const cache = join(root, '.node', 'compiled');
  return withNode({ NODE_COMPILE_CACHE: cache, ...process.env, INDIMAJ_LAUNCHER: '1' }, node);
}

/**
 * A refusal of the system (a full disk, a folder of someone else's) in the launcher's own work.
 * @param {unknown} error
 */
function asFailure(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return new Failure('wait', 'diskFull');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new Failure('wait', 'notAllowed');
  return error;
}

/**
 * The lines that tell: npm says first what is wrong, a build says it last.
 * @param {string} output
 */
function excerpt(output) {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line, at, all) => line !== all[at - 1]);
  return lines.length <= 30 ? lines.join('\n') : [...lines.slice(0, 12), '…', ...lines.slice(-15)].join('\n');
}
