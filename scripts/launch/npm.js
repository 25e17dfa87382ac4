import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * How to call npm: through the script that started us, or from PATH, or beside the Node that runs.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node the Node that shall run npm
 * @returns {{ command: string, args: string[] } | undefined} undefined where there is no npm
 */
export function findNpm(env, node) {
  const started = env.npm_execpath ?? '';
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (/npm-cli\.[cm]?js$/.test(started) && existsSync(started)) return { command: node, args: [started] };
  const onPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const found = onPath.find(isExecutable);
  if (found) return { command: found, args: [] };
  return existsSync(beside) ? { command: node, args: [beside] } : undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The environment of an npm called from within npm: where the outer one was told to work (`--prefix`, `-g`,
 * `--omit`) does not hold for the inner one; registry, cache and proxy do.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function innerNpmEnv(env) {
  const told = new Set([
    'prefix',
    'global',
    'location',
    'omit',
    'only',
    'production',
    'dry_run',
    'workspace',
  ]);
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => {
      const key = name.toLowerCase();
      return !(key.startsWith('npm_config_') && told.has(key.slice('npm_config_'.length)));
    }),
  );
}

/**
 * What every inner call says: no survey of the tree, no bar. Its warnings are kept for the case of a failure:
 * npm only warns of a disk that is full.
 */
export const quietly = [
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--no-update-notifier',
  '--loglevel=warn',
];
