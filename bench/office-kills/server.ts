import { execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DatabaseLocation } from '#platform/database/open.ts';
import { root } from '../subjects/node.ts';
import { freePort } from './place.ts';

/** How long a server may take to answer its first request, in milliseconds. */
const PATIENCE = 60_000;

/** A node as its owner runs it, on one port however often it is killed. */
export interface KilledServer {
  /** Where it is asked. */
  url: string;
  /** Starts it, and resolves once it is healthy. */
  start(): Promise<void>;
  /** Resolves once it is healthy. @throws Error where it isn't in a minute, with what it wrote */
  healthy(): Promise<void>;
  /** Ends it without warning (SIGKILL), with the launcher that watches over it. */
  kill(): Promise<void>;
  /** Signs in as one of the demonstration's accounts, by a link and its form. @returns the session's cookie */
  signIn(account: string): Promise<string>;
  /** Sends a form as a browser does; redirects are not followed. */
  post(path: string, body: URLSearchParams | FormData | string, cookie: string): Promise<Response>;
  get(path: string, cookie?: string): Promise<Response>;
}

/** Makes ready to serve a location; nothing runs yet. */
export async function serverAt({ dataFolder, databaseUrl }: DatabaseLocation): Promise<KilledServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    INDIMAJ_URL: origin,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  if (!databaseUrl) delete (env as NodeJS.ProcessEnv)['DATABASE_URL'];
  const command = ['cli/indimaj.js'];
  let running: { pid: number; ended: Promise<void>; errors: () => string } | undefined;

  const get = (path: string, cookie = '') =>
    fetch(url + path, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
  const post: KilledServer['post'] = (path, body, cookie) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        origin,
        cookie,
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      body,
    });

  async function healthy() {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      const answer = await get('/healthz').catch(() => null);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
      await pause(30);
    }
    throw new Error(`The server did not answer.\n${running?.errors() ?? ''}`);
  }

  return {
    url,
    get,
    post,
    healthy,
    async start() {
      const serve = [
        ...command,
        'serve',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        '--data',
        dataFolder,
      ];
      // A group of its own: the launcher and the server that it watches over are killed at the same instant.
      const child = spawn(process.execPath, serve, {
        cwd: root,
        env,
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-20_000)));
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      running = { pid: child.pid!, ended, errors: () => errors };
      await healthy();
    },
    async kill() {
      if (!running) return;
      process.kill(-running.pid, 'SIGKILL');
      await running.ended;
      running = undefined;
    },
    async signIn(account) {
      const address = `${account}@demonstration.invalid`;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [...command, 'user', 'link', address, '--data', dataFolder],
        { cwd: root, env },
      );
      const token = new URL(/^http\S+$/m.exec(stdout)![0]).searchParams.get('token')!;
      const answer = await post('/fr/sign-in/link', new URLSearchParams({ token }), '');
      const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
      if (answer.status !== 303 || cookies.length === 0)
        throw new Error(`${account} was not signed in: ${answer.status}`);
      return cookies.join('; ');
    },
  };
}
