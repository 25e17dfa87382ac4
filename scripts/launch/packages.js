import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Failure, reasonOf } from './failure.js';
import { findNpm, innerNpmEnv, quietly } from './npm.js';
import { runQuietly } from './run.js';

/** Which lock file node_modules was installed from, on which kind of machine. */
const stampFile = join('node_modules', '.indimaj-stamp');

/** What npm itself writes at the end of an installation. */
const record = join('node_modules', '.package-lock.json');

/**
 * Whether node_modules holds what package-lock.json asks for. Modules that someone installed by hand are
 * recognised by npm's own record of them, and stamped.
 * @param {string} root
 */
export function packagesReady(root) {
  if (!existsSync(join(root, 'node_modules'))) return false;
  const stamp = stampOf(root);
  if (readIfThere(join(root, stampFile)) === stamp) return true;
  if (!existsSync(join(root, 'package-lock.json')) || !recordMatches(root)) return false;
  try {
    writeFileSync(join(root, stampFile), stamp);
  } catch {
    // A folder we may not write in is still ready: the record is compared again next time.
  }
  return true;
}

/**
 * Installs the modules from the lock file, those for building included. `npm ci` also refuses a lock that
 * leaves out packages made for other systems, which npm itself writes where a registry doesn't hold them; if
 * the lock does describe package.json, `npm install --no-save` installs the same versions and changes nothing.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env the chosen Node first on its PATH
 * @throws {Failure}
 */
export async function installPackages(root, node, env) {
  const npm = findNpm(env, node);
  if (!npm) throw new Failure('packages', 'npmMissing');
  const call = (/** @type {string[]} */ ...verb) =>
    runQuietly(npm.command, [...npm.args, ...verb, '--include=dev', '--include=optional', ...quietly], {
      cwd: root,
      env: innerNpmEnv(env),
    });
  const locked = existsSync(join(root, 'package-lock.json'));
  let run = await call(...(locked ? ['ci'] : ['install']));
  if (run.code !== 0 && reasonOf(run.output) === 'lockOutOfDate' && lockDescribesPackage(root)) {
    // As ci does: what an interrupted installation left half written would pass for installed.
    rmSync(join(root, 'node_modules'), { recursive: true, force: true });
    run = await call('install', '--no-save');
  }
  // A module that did not fit on the disk is a warning to npm, which then ends well.
  const incomplete = run.code !== 0 || run.output.includes('ENOSPC');
  if (incomplete) {
    rmSync(join(root, record), { force: true });
    throw new Failure('packages', reasonOf(run.output), { detail: run.output });
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, stampFile), stampOf(root));
}

/**
 * Whether the lock file was written for the dependencies package.json names now.
 * @param {string} root
 */
function lockDescribesPackage(root) {
  const asked = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages?.[''] ?? {};
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every((kind) =>
    isDeepStrictEqual(asked[kind] ?? {}, locked[kind] ?? {}),
  );
}

/** @param {string} root */
function stampOf(root) {
  const lock =
    readIfThere(join(root, 'package-lock.json')) ?? readFileSync(join(root, 'package.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/**
 * Compares the lock file with the record npm keeps inside node_modules: every package of the lock that is
 * not optional must be recorded with the same version, and its folder be there.
 * @param {string} root
 */
function recordMatches(root) {
  if (!existsSync(join(root, record))) return false;
  /** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */
  const read = (/** @type {string} */ path) => {
    /** @type {{ packages?: Packages }} */
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    return lock.packages ?? {};
  };
  try {
    const installed = read(join(root, record));
    const asked = Object.entries(read(join(root, 'package-lock.json')));
    return asked.every(([path, { version, optional, devOptional }]) => {
      if (path === '' || optional || devOptional) return true;
      return installed[path]?.version === version && existsSync(join(root, path, 'package.json'));
    });
  } catch {
    return false;
  }
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * The script behind a command of an installed package, to be run with the chosen Node.
 * @param {string} root
 * @param {string} name
 * @param {string} [command] where it differs from the package's name
 */
export function commandOf(root, name, command = name) {
  const file = join(root, 'node_modules', name, 'package.json');
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(file, 'utf8'));
  return join(dirname(file), typeof bin === 'string' ? bin : (bin[command] ?? ''));
}
