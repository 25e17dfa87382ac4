import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestLocation } from '#platform/database/testing.ts';
import { freePorts, makeMachine, type Machine } from '../support/machine.ts';

/*
 * The deployment page, done: its blocks marked `sh test` run in order on a machine in a temporary folder, where
 * a stand-in for systemctl starts what the real unit files say.
 */
const folder = new URL('../../docs/deployment/', import.meta.url);
const page = readFileSync(new URL('../../docs/deployment.md', import.meta.url), 'utf8');
const onPostgres = process.env['TEST_ENGINE'] === 'postgres';

interface Block {
  heading: string;
  script: string;
  prints: string[];
  postgres: boolean;
}

const blocks: Block[] = [];
let heading = '';
for (const [, title, mark, script = ''] of page.matchAll(
  /^##+ ([^\n]+)$|^```sh test( postgres)?\n(.*?)^```$/gms,
)) {
  if (title) heading = title;
  else {
    const prints = [...script.matchAll(/^# prints (.+)$/gm)].map((line) => line[1]!);
    blocks.push({ heading, script, prints, postgres: mark !== undefined });
  }
}

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const skipped = (missing: string[]) =>
  missing.length > 0 ? ` (skipped: no ${missing.join(', no ')} here)` : '';

let machine: Machine;
let remove = async () => {};
beforeAll(async () => {
  const { location, remove: removeDatabase } = await makeTestLocation();
  remove = removeDatabase;
  const named = 'postgres://indimaj:password@127.0.0.1:5432/indimaj';
  machine = await makeMachine(
    [3000, 3001, 3100],
    location.databaseUrl ? { [named]: location.databaseUrl } : {},
  );
});
afterAll(async () => {
  await machine.remove();
  await remove();
});

describe('the files beside the page', () => {
  it('are all named on it', () => {
    const unnamed = readdirSync(folder).filter((name) => !page.includes(`docs/deployment/${name}`));
    expect(unnamed).toEqual([]);
  });

  const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name));
  const noSystemd = has('systemd-analyze') ? [] : ['systemd-analyze'];
  it.skipIf(noSystemd.length > 0)(`are units that systemd takes${skipped(noSystemd)}`, async () => {
    expect(units).toHaveLength(3);
    for (const name of units)
      writeFileSync(
        join(machine.folder, 'tmp', name),
        machine.map(readFileSync(new URL(name, folder), 'utf8')),
      );
    const paths = units.map((name) => join(machine.folder, 'tmp', name));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', ...paths], {
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it.skipIf(noSystemd.length > 0)(`leave the service few rights${skipped(noSystemd)}`, () => {
    const path = new URL('indimaj.service', folder).pathname;
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', path], {
      encoding: 'utf8',
    });
    expect(Number(/Overall exposure level[^:]*: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(2);
  });

  const noCaddy = has('caddy') ? [] : ['caddy'];
  it.skipIf(noCaddy.length > 0)(
    `are a Caddyfile that Caddy takes, as is the page's own${skipped(noCaddy)}`,
    () => {
      const own = /^```caddyfile\n(.*?)^```$/ms.exec(page)?.[1] ?? '';
      for (const text of [readFileSync(new URL('Caddyfile', folder), 'utf8'), own]) {
        const file = join(machine.folder, 'tmp', 'Caddyfile');
        writeFileSync(file, text);
        const args = ['validate', '--adapter', 'caddyfile', '--config', file];
        const { status, stderr } = spawnSync('caddy', args, { encoding: 'utf8', env: caddyEnv() });
        expect(status, stderr).toBe(0);
        expect(spawnSync('caddy', ['fmt', '--diff', file], { encoding: 'utf8' }).stdout).not.toMatch(
          /^[+-]/m,
        );
      }
    },
  );
});

const noCurl = has('curl') ? [] : ['curl'];

describe.skipIf(noCurl.length > 0)(`the page's commands${skipped(noCurl)}`, () => {
  it('are there to be run', () => {
    expect(blocks.filter(({ postgres }) => !postgres).length).toBeGreaterThan(5);
    expect(blocks.filter(({ postgres }) => postgres).length).toBeGreaterThan(1);
  });

  blocks.forEach(({ heading, script, prints, postgres }, index) => {
    const skip = postgres && !onPostgres;
    const why = skip ? ' (skipped: runs with the PostgreSQL tests)' : '';
    it.skipIf(skip)(`${index + 1}. ${heading}${why}`, { timeout: 180_000 }, async () => {
      const { code, output, errors } = await machine.run(script);
      expect(code, `${output}\n${errors}\n${machine.logs()}`).toBe(0);
      let from = 0;
      for (const expected of prints) {
        const found = output.indexOf(expected, from);
        expect(found, `“${expected}” is not in:\n${output}\n${errors}\n${machine.logs()}`).toBeGreaterThan(
          -1,
        );
        from = found + expected.length;
      }
    });
  });

  it('remove nightly backups after thirty days, and no other', async () => {
    const { code, output, errors } = await machine.run(`
      cd /var/backups/indimaj
      touch -d '40 days ago' nightly-2000-01-01T02-30-00.indimaj before-update-2000-01-01.indimaj
      systemctl start indimaj-backup
      ls`);
    expect(code, errors).toBe(0);
    const names = output.split('\n');
    expect(names).toContain('before-update-2000-01-01.indimaj');
    expect(names).not.toContain('nightly-2000-01-01T02-30-00.indimaj');
    await machine.run('rm /var/backups/indimaj/before-update-2000-01-01.indimaj');
  });

  const noCaddy = has('caddy') ? [] : ['caddy'];
  it.skipIf(noCaddy.length > 0)(`serve over HTTP/2 through Caddy${skipped(noCaddy)}`, async () => {
    const [port = 0, plain = 0] = await freePorts(2);
    const site = machine.map(readFileSync(new URL('Caddyfile', folder), 'utf8'));
    const file = join(machine.folder, 'tmp', 'Caddyfile.local');
    const local = `{\n admin off\n skip_install_trust\n local_certs\n http_port ${plain}\n https_port ${port}\n}\n`;
    writeFileSync(file, local + site.replace('indimaj.example', 'localhost'));
    const start = `caddy run --adapter caddyfile --config ${file} >${machine.folder}/tmp/caddy.log 2>&1 &
      caddy=$!
      curl -fsSk --retry 30 --retry-all-errors --retry-delay 1 -o /dev/null https://localhost:${port}/healthz
      curl -fsSk --http2 -o /dev/null -w '%{http_version} %{http_code}\n' https://localhost:${port}/fr
      curl -fsSk -D - -o /dev/null https://localhost:${port}/ar | grep -i '^strict-transport-security'
      kill $caddy && wait $caddy`;
    const { code, output, errors } = await machine.run(
      `export XDG_DATA_HOME=${machine.folder}/tmp XDG_CONFIG_HOME=${machine.folder}/tmp\n${start}`,
    );
    expect(code, errors).toBe(0);
    expect(output).toMatch(/^2 200\nstrict-transport-security: max-age=/i);
  });

  it('leave a service that ends in time and nothing half done', async () => {
    const units = existsSync(join(machine.folder, 'state/indimaj.pid'))
      ? ['indimaj']
      : ['indimaj@3000', 'indimaj@3001'];
    const { code, errors } = await machine.run(`systemctl stop ${units.join(' ')}`);
    expect(code, errors + machine.logs()).toBe(0);
    expect(machine.logs()).not.toMatch(/Unexpected|"level":"error"/);
    expect(
      readdirSync(join(machine.folder, 'var/lib/indimaj')).filter((name) => /-(wal|shm)$/.test(name)),
    ).toEqual([]);
  });
});

function caddyEnv(): NodeJS.ProcessEnv {
  const home = join(machine.folder, 'tmp');
  return { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
}
