import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stubs = fileURLToPath(new URL('./machine/', import.meta.url));

/** What a script printed and how it ended. */
export interface Ran {
  code: number | null;
  output: string;
  errors: string;
}

/** A machine in a temporary folder: the folders of a server under it, and programs that need no rights. */
export interface Machine {
  folder: string;
  /** Text of the deployment page as it reads on this machine: its folders, ports and database. */
  map(text: string): string;
  /** Runs a script of the page as its reader would, in bash, stopping at the first failure. */
  run(script: string): Promise<Ran>;
  /** What the units and their processes said. */
  logs(): string;
  /** Ends what still runs and removes the folder. */
  remove(): Promise<void>;
}

/**
 * Makes a machine with the project under /opt/indimaj and Node under /usr/local/bin.
 * @param ports those the page names; each is replaced by a free one
 * @param replaced other texts of the page, such as the address of a database, and what stands for them
 */
export async function makeMachine(
  ports: readonly number[],
  replaced: Record<string, string> = {},
): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'indimaj-machine-'));
  const at = (path: string) => join(folder, path);
  for (const path of ['bin', 'state', 'opt', 'usr/local/bin', 'etc/systemd/system', 'var/lib/indimaj', 'tmp'])
    mkdirSync(at(path), { recursive: true });
  symlinkSync(root, at('opt/indimaj'));
  symlinkSync(process.execPath, at('usr/local/bin/node'));
  for (const name of readdirSync(stubs)) {
    copyFileSync(join(stubs, name), at(`bin/${name}`));
    chmodSync(at(`bin/${name}`), 0o755);
  }
  const free = await freePorts(ports.length);
  const numbers = ports.map((port, index) => [String(port), String(free[index])] as const);
  // sed's own expressions, so that files which a script installs are mapped like the script.
  const rules = [
    ...Object.entries(replaced).map(([from, to]) => `s#${escaped(from)}#${escaped(to)}#g`),
    ...numbers.map(([from, to]) => String.raw`s#\b${from}\b#${to}#g`),
    String.raw`s#(^|[^A-Za-z0-9_.])/(etc|opt|var|usr/local)/#\1${folder}/\2/#g`,
  ];
  writeFileSync(at('map.sed'), `${rules.join('\n')}\n`);

  const env = {
    PATH: `${at('bin')}:${at('usr/local/bin')}:/usr/bin:/bin:/usr/sbin:/sbin`,
    HOME: folder,
    TMPDIR: at('tmp'),
    LANG: 'en_US.UTF-8',
    MACHINE: folder,
    STATE: at('state'),
    UNITS: at('etc/systemd/system'),
  };
  const run = (script: string) => bash(script, env, folder);
  const map = (text: string) => {
    let mapped = text;
    for (const [from, to] of Object.entries(replaced)) mapped = mapped.replaceAll(from, to);
    for (const [from, to] of numbers)
      mapped = mapped.replaceAll(new RegExp(String.raw`\b${from}\b`, 'g'), to);
    return mapped.replace(
      /(^|[^A-Za-z0-9_.])\/(etc|opt|var|usr\/local)\//gm,
      (_, before: string, top: string) => `${before}${folder}/${top}/`,
    );
  };
  const states = (end: string) => readdirSync(at('state')).filter((name) => name.endsWith(end));
  return {
    folder,
    map,
    run: (script) => run(map(script)),
    logs: () =>
      states('.log')
        .map((name) => `— ${name}\n${readFileSync(at(`state/${name}`), 'utf8')}`)
        .join('\n'),
    async remove() {
      for (const name of states('.pid')) await run(`systemctl stop ${name.replace(/\.pid$/, '')}`);
      rmSync(folder, { recursive: true });
    },
  };
}

/** A text as sed takes it on either side of an expression with # between its parts. */
function escaped(text: string): string {
  return text.replace(/[#&\\[\]^$.*+?(){}|]/g, String.raw`\$&`);
}

/** What a script leaves running in its own group ends with it; services lead groups of their own. */
function bash(script: string, env: NodeJS.ProcessEnv, cwd: string): Promise<Ran> {
  return new Promise((resolve) => {
    const args = ['-euo', 'pipefail', '-c', script];
    const child = spawn('bash', args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('exit', () => {
      try {
        process.kill(-child.pid!, 'SIGTERM');
      } catch {
        // Nothing was left.
      }
    });
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}

/** Ports that nobody listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  return Promise.all(
    servers.map((server) => {
      const { port } = server.address() as { port: number };
      return new Promise<number>((resolve) => server.close(() => resolve(port)));
    }),
  );
}
