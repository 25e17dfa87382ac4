import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure, reasonOf } from './failure.js';
import { findNpm, innerNpmEnv, quietly } from './npm.js';
import { runQuietly } from './run.js';

/** The Node that is installed where the reader's own does not serve. */
export const wanted = '24.21.0';

/**
 * Whether a Node runs Indimaj: it strips types without a flag and is not of an odd line, which vitest
 * excludes. The same as `^22.18 || ^24 || >=26`.
 * @param {string} version as `process.versions.node` gives it
 */
export function isSuitable(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || major === 24 || major >= 26;
}

/**
 * The Node to run everything with: the reader's, or the one in `.node/` if it is there and is the wanted one.
 * @param {string} root
 * @returns {string | undefined} the path of its binary
 */
export function findNode(root) {
  if (isSuitable(process.versions.node)) return process.execPath;
  return installedBinaries(root).find((binary) => versionOf(binary) === wanted);
}

/**
 * Installs the wanted Node into `.node/`: the package that holds this machine's binary, which needs no
 * install script, else the package `node`, which finds it with one.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the path of its binary
 * @throws {Failure}
 */
export async function installNode(root, env) {
  const values = { version: wanted };
  const npm = findNpm(env, process.execPath);
  if (!npm) throw new Failure('node', 'npmMissing', { values });
  const folder = join(root, '.node');
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Without a package.json of its own the folder would be taken for a part of the project above it.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  let output = '';
  for (const name of [platformPackage(), 'node']) {
    const args = [...npm.args, 'install', '--prefix', folder, '--no-save', '--no-package-lock', ...quietly];
    const run = await runQuietly(npm.command, [...args, `${name}@${wanted}`], {
      cwd: folder,
      env: innerNpmEnv(env),
    });
    output = run.output;
    if (run.code !== 0) continue;
    const node = findNode(root);
    if (node) return node;
    const reason = reasonOf(output) === 'diskFull' ? 'diskFull' : 'notRunning';
    throw new Failure('node', reason, { values, detail: output });
  }
  throw new Failure('node', reasonOf(output), { values, detail: output });
}

/**
 * The environment in which everything runs: the chosen Node first on PATH, for npm's own scripts as well.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode(env, node) {
  const folder = dirname(node);
  const path = (env.PATH ?? '').split(delimiter);
  return path[0] === folder ? env : { ...env, PATH: [folder, ...path].join(delimiter) };
}

/** The package that carries Node's binary for this system and processor. */
function platformPackage() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${system}-${process.arch}`;
}

/** @param {string} root */
function installedBinaries(root) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return [platformPackage(), 'node']
    .map((name) => join(root, '.node', 'node_modules', name, 'bin', file))
    .filter((path) => existsSync(path));
}

/** @param {string} binary */
function versionOf(binary) {
  const run = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return run.status === 0 ? run.stdout.trim().replace(/^v/, '') : undefined;
}
