import { execFile, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A PostgreSQL server of our own, which waits for the disk as one that serves a network does. */
export interface Cluster {
  /** Of an empty database on it. */
  url: string;
  start(): Promise<void>;
  /** Ends the postmaster and all its processes without warning (SIGKILL). */
  kill(): Promise<void>;
  /** Kills it and removes its folder. */
  remove(): Promise<void>;
}

const run = promisify(execFile);

/** Where Debian keeps PostgreSQL's programs, the newest version of them; null where there is none. */
export function postgresPrograms(): string | null {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    return versions[0] === undefined ? null : `/usr/lib/postgresql/${versions[0]}/bin`;
  } catch {
    return null;
  }
}

/** Makes a cluster in a temporary folder and starts it, on a port of this machine. @param bin {@link postgresPrograms} */
export async function makeCluster(bin: string, port: number): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'indimaj-cluster-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root, so root lends it to the user that Debian's package made.
  const isRoot = process.getuid?.() === 0;
  const lent = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  if (isRoot) {
    const number = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
    chownSync(folder, await number('-u'), await number('-g'));
  }
  const [first = '', ...rest] = [...lent, `${bin}/initdb`];
  await run(first, [...rest, '-D', data, '-U', 'indimaj', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    cwd: folder,
  });

  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'fsync=on',
    'synchronous_commit=on',
  ];
  const [program = '', ...before] = [...lent, `${bin}/postgres`];
  let running: { pid: number; ended: Promise<void> } | undefined;

  const cluster: Cluster = {
    url: `postgres://indimaj@127.0.0.1:${port}/postgres`,
    async start() {
      const until = Date.now() + 60_000;
      let errors = '';
      while (Date.now() < until) {
        const args = [...before, '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
        const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
        let alive = true;
        child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-20_000)));
        const ended = new Promise<void>((resolve) => child.once('exit', () => resolve(void (alive = false))));
        running = { pid: child.pid!, ended };
        while (alive && Date.now() < until) {
          const ready = await run(`${bin}/pg_isready`, ['-q', '-h', '127.0.0.1', '-p', String(port)]).catch(
            () => null,
          );
          if (ready) return;
          await pause(50);
        }
        // What a killed server left in shared memory may still be in use for an instant.
        await pause(100);
      }
      throw new Error(`PostgreSQL did not start.\n${errors}`);
    },
    async kill() {
      if (!running) return;
      const { pid, ended } = running;
      running = undefined;
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(/\s+/)
        .map(Number);
      for (const one of [pid, ...children.filter((child) => child > 0)])
        try {
          process.kill(one, 'SIGKILL');
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
        }
      await ended;
    },
    async remove() {
      await cluster.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}
