import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { using } from '#platform/backup/testing.ts';
import { makeTestLocation, testEngine } from '#platform/database/testing.ts';
import { lastNumber } from '#platform/journal/read.ts';
import { isDemonstration } from '#platform/services/settings.server.ts';
import type { Child } from '#platform/testing/child.ts';
import { indimaj, runApart } from '../testing.ts';

const built = existsSync(new URL('../../build/handler.js', import.meta.url));

let place: Awaited<ReturnType<typeof makeTestLocation>>;
let children: Child[];
beforeEach(async () => {
  place = await makeTestLocation();
  children = [];
});
afterEach(async () => {
  for (const child of children) child.process.kill('SIGKILL');
  await Promise.all(children.map((child) => child.ended));
  await place.remove();
});

function start(args: string[] = ['--port', '0'], env: NodeJS.ProcessEnv = {}): Child {
  const child = indimaj(['serve', ...args], { location: place.location, env });
  children.push(child);
  return child;
}

/** Waits for the line that says it serves. @returns the address it names */
async function ready(child: Child): Promise<string> {
  const line = await child.line();
  return /^Indimaj is ready: (http:\S+) · data: /.exec(line)?.[1] ?? expect.fail(line);
}

const entries = () => using(place.location, lastNumber);
const isDemonstrated = () => using(place.location, ({ reader }) => isDemonstration(reader));

describe.skipIf(!built)('indimaj serve (skipped where the pages are not built)', () => {
  it('fills an empty place with the demonstration, serves it, and ends when told', async () => {
    const child = start();
    const url = await ready(child);
    expect(child.errors()).toMatch(/• Loading the demonstration network…\n✔ .* \(records: \d+\)\n/);
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toEqual([
      200,
      { status: 'ok', engine: testEngine, journal: await entries() },
    ]);
    expect((await fetch(`${url}/ar`)).status).toBe(200);
    expect(await isDemonstrated()).toBe(true);

    child.process.kill('SIGINT');
    const { code, errors } = await child.ended;
    expect([code, errors.trimEnd().split('\n').at(-1)]).toEqual([0, 'Indimaj has stopped.']);
  });

  it('loads nothing twice, even after it was killed', async () => {
    const first = start();
    await ready(first);
    const before = await entries();
    first.process.kill('SIGKILL');
    await first.ended;
    const second = start();
    await ready(second);
    second.process.kill('SIGTERM');
    const { code, errors } = await second.ended;
    expect([code, await entries()]).toEqual([0, before]);
    expect(errors).not.toContain('demonstration');
  });

  it('takes nothing from variables that only its pages’ adapter knows', async () => {
    const url = await ready(start(['--empty', '--port', '0'], { HOST_HEADER: 'x-host', XFF_DEPTH: '0' }));
    expect((await fetch(`${url}/fr?x`)).status).toBe(200);
  });

  it('starts empty with --empty, and says where the data lie', async () => {
    const child = start(['--empty', '--port', '0'], { LANG: 'fr_FR.UTF-8' });
    const where = testEngine === 'sqlite' ? place.location.dataFolder : 'PostgreSQL ';
    expect(await child.line()).toMatch(/^Indimaj est prêt\u00a0: http:\/\/localhost:\d+ · données\u00a0: /);
    expect(await entries()).toBe(0);
    child.process.kill('SIGINT');
    expect((await child.ended).output).toContain(where);
  });

  it('takes the next port where nobody asked for one, and says so', async () => {
    const occupier = createServer().listen(3000, 'localhost');
    // Where another program holds it already, that will do as well.
    await Promise.race([once(occupier, 'listening'), once(occupier, 'error')]).catch(() => undefined);
    const child = start(['--empty']);
    const { port } = new URL(await ready(child));
    expect(Number(port)).toBeGreaterThan(3000);
    expect(child.errors()).toContain(`Port 3000 is already in use; port ${port} takes its place.`);
    occupier.close();
  });

  it('refuses a taken port that was asked for', async () => {
    const occupier = createServer().listen(0, 'localhost');
    await once(occupier, 'listening');
    const { port } = occupier.address() as AddressInfo;
    const refused = await runApart(['serve', '--empty', '--port', `${port}`], { location: place.location });
    expect([refused.code, refused.output]).toEqual([1, []]);
    expect(refused.errors).toEqual([expect.stringContaining(`Port ${port} is already in use`)]);
    occupier.close();
  });

  it('refuses a second server on one folder, and allows it on one PostgreSQL database', async () => {
    await ready(start(['--empty', '--port', '0']));
    if (testEngine === 'postgres') {
      const elsewhere = join(place.location.dataFolder, 'second');
      const second = start(['--empty', '--port', '0', '--data', elsewhere]);
      expect((await fetch(`${await ready(second)}/healthz`)).status).toBe(200);
      return;
    }
    const second = await runApart(['serve', '--empty', '--port', '0'], { location: place.location });
    expect([second.code, second.errors]).toEqual([
      1,
      [expect.stringContaining(`already running on these data (${place.location.dataFolder})`)],
    ]);
  });

  it('lets no restore begin, and a backup be made', async () => {
    const file = join(place.location.dataFolder, 'kept.indimaj');
    await ready(start());
    expect((await runApart(['backup', file], { location: place.location })).code).toBe(0);
    const restore = await runApart(['restore', file, '--yes'], { location: place.location });
    expect([restore.code, restore.errors.at(-1)]).toEqual([
      1,
      expect.stringMatching(/already running on these data|is using this database/),
    ]);
  });

  it('is cut off by a second signal while a request holds it up', async () => {
    const child = start(['--empty', '--port', '0']);
    const { hostname, port } = new URL(await ready(child));
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nx-half: ');
    await expect
      .poll(() => fetch(`http://${hostname}:${port}/healthz`).then((answer) => answer.status))
      .toBe(200);
    child.process.kill('SIGINT');
    await expect.poll(() => child.errors(), { timeout: 15_000 }).toContain('Ctrl-C again');
    const again = setInterval(() => child.process.kill('SIGINT'), 100);
    expect((await child.ended).code).toBe(130);
    clearInterval(again);
    socket.destroy();
  });

  it('leaves nothing half done when it is interrupted while it loads', async () => {
    const child = start();
    await expect.poll(() => child.errors(), { timeout: 15_000 }).toContain('Loading');
    child.process.kill('SIGINT');
    const { code } = await child.ended;
    expect([0, 130]).toContain(code);
    expect(await isDemonstrated()).toBe((await entries()) > 0);
    await ready(start());
    expect(await isDemonstrated()).toBe(true);
  });

  it('refuses an address that is not of this machine', async () => {
    const refused = await runApart(['serve', '--empty', '--port', '0', '--host', '192.0.2.1'], {
      location: place.location,
    });
    expect([refused.code, refused.errors]).toEqual([
      1,
      [expect.stringContaining('192.0.2.1 is not one of this machine’s')],
    ]);
  });
});
