import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian's package puts the browser; CHROMIUM names another one. */
const debian = '/usr/bin/chromium';

/**
 * Makes sure of Chromium for the browser tests: the one there is, else Debian's package where this user may
 * install it.
 * @returns {{ ready: true } | { ready: false, advice: string }}
 */
export function chromiumReady() {
  const named = process.env.CHROMIUM;
  if (named) {
    return existsSync(named)
      ? { ready: true }
      : { ready: false, advice: `CHROMIUM names ${named}, which is not there.` };
  }
  if (existsSync(debian)) return { ready: true };
  const advice = `install Chromium (Debian and Ubuntu: sudo apt-get install chromium), or name one: CHROMIUM=/path/to/chromium npm test`;
  if (!existsSync('/usr/bin/apt-get')) return { ready: false, advice };
  const rights = isRoot() ? [] : ['sudo', '--non-interactive'];
  if (!isRoot() && spawnSync('sudo', ['--non-interactive', 'true']).status !== 0)
    return { ready: false, advice };
  console.log('• Installing Chromium from Debian’s packages (about 90 MB)…');
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const [command = 'env', ...rest] = [...rights, ...apt, ...args];
    const run = spawnSync(command, rest, { encoding: 'utf8' });
    if (run.status !== 0 && args[0] === 'install') console.error(`${run.stdout}\n${run.stderr}`);
  }
  return existsSync(debian) ? { ready: true } : { ready: false, advice };
}

function isRoot() {
  return process.getuid?.() === 0;
}
