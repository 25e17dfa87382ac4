import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { backup } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { systemClock } from '../clock/clock.ts';
import { openDatabase } from '../database/open.ts';
import { makeTestLocation, openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { jsonLog, silentLog } from '../log/log.ts';
import { openSecrets } from '../secrets/secrets.ts';
import { startModule } from '../testing/child.ts';
import { deliver } from './deliver.ts';
import { readOutage } from './outage.ts';
import { readMessage } from './outbox.ts';
import { runPost } from './post.ts';
import { EXERCISE } from '../services/settings.server.ts';
import { wayOf } from './way.ts';
import { changeMailSettings } from './settings.ts';
import { smtp } from './smtp.ts';
import { queued, settingsFor, someMessage, startPeer, type Peer } from './testing.ts';

const actor = systemActor('test');
let db: TestDatabase;
let peer: Peer;
let secrets: ReturnType<typeof openSecrets>;
beforeEach(async () => {
  db = await openTestDatabase();
  secrets = openSecrets(db.location.dataFolder);
});
afterEach(async () => {
  await peer?.stop();
  await db.close();
});

const states = async () =>
  (await db.reader.selectFrom('mail_messages').select(['status', 'last_error']).orderBy('id').execute()).map(
    ({ status, last_error }) => [status, last_error],
  );
const soon = { timeout: 10_000 };
const six = (status: string) => Array.from({ length: 6 }, () => [status, null]);

describe('runPost', () => {
  it('sends nothing from an exercise, whatever the settings say', async () => {
    peer = await startPeer();
    await db.transaction((tx) => tx.insertInto('settings').values({ key: EXERCISE, value: '1' }).execute());
    await changeMailSettings(db, secrets, actor, settingsFor(peer.port));
    expect(await wayOf(db, secrets)).toBeNull();
    const stop = runPost(db, secrets, systemClock, silentLog);
    await queued(db, systemClock, someMessage());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stop();
    expect([await states(), peer.taken.length]).toEqual([[['waiting', null]], 0]);
    await db.transaction((tx) => tx.deleteFrom('settings').where('key', '=', EXERCISE).execute());
    expect(await wayOf(db, secrets)).not.toBeNull();
  });

  it('sends what waits once somebody has said where to, and what is queued later, from any process', async () => {
    peer = await startPeer();
    const stop = runPost(db, secrets, systemClock, silentLog);
    await queued(db, systemClock, someMessage());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await states()).toEqual([['waiting', null]]);
    await changeMailSettings(db, secrets, actor, settingsFor(peer.port));
    await expect.poll(states, soon).toEqual([['sent', null]]);
    const other = openDatabase(db.location);
    await queued(other, systemClock, someMessage());
    await other.close();
    await expect.poll(states, soon).toEqual([
      ['sent', null],
      ['sent', null],
    ]);
    await stop();
    await queued(db, systemClock, someMessage());
    expect(peer.taken).toHaveLength(2);
  });

  it('tells why nothing can be sent, tries no password again and again, and goes on with a better one', async () => {
    let attempts = 0;
    peer = await startPeer({
      auth: (_user, password) => {
        attempts += 1;
        return password === 'right';
      },
    });
    const lines: string[] = [];
    const settings = { ...settingsFor(peer.port), user: 'network' };
    await changeMailSettings(db, secrets, actor, { ...settings, password: 'wrong-one' });
    const stop = runPost(
      db,
      secrets,
      systemClock,
      jsonLog((line) => lines.push(line)),
    );
    await queued(db, systemClock, someMessage());
    await expect
      .poll(() => readOutage(db.reader), soon)
      .toEqual({ problem: expect.stringMatching(/^sign-in 535/), since: expect.any(String) });
    for (let i = 0; i < 5; i += 1) await queued(db, systemClock, someMessage());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([attempts, await states()]).toEqual([1, six('waiting')]);
    await changeMailSettings(db, secrets, actor, { ...settings, password: 'right' });
    await expect.poll(states, soon).toEqual(six('sent'));
    expect(await readOutage(db.reader)).toBe(null);
    await stop();
    expect(lines.join('')).toContain('"problem":"sign-in 535');
    expect(lines.join('')).not.toMatch(/wrong-one|member@|region\.example/);
  });

  it('writes to nobody from a node that was restored without its secrets, until somebody confirms the settings', async () => {
    peer = await startPeer();
    await changeMailSettings(db, secrets, actor, settingsFor(peer.port));
    const [before] = await queued(db, systemClock, someMessage());
    const elsewhere = await makeTestLocation();
    const file = join(db.location.dataFolder, 'one.indimaj');
    await backup(db.location, file);
    await restore(elsewhere.location, file);
    const restored = openDatabase(elsewhere.location);
    const own = openSecrets(elsewhere.location.dataFolder);
    const stop = runPost(restored, own, systemClock, silentLog);
    try {
      const [after] = await queued(restored, systemClock, someMessage());
      await expect.poll(() => readOutage(restored.reader), soon).toMatchObject({ problem: 'unconfirmed' });
      const of = (id: string) => readMessage(restored.reader, id);
      expect(await of(before!)).toMatchObject({ status: 'uncertain', last_error: 'restored' });
      expect(await of(after!)).toMatchObject({ status: 'waiting' });
      await changeMailSettings(restored, own, actor, settingsFor(peer.port));
      await expect.poll(() => of(after!), soon).toMatchObject({ status: 'sent' });
      expect(peer.taken.map(({ raw }) => [raw.includes(before!), raw.includes(after!)])).toEqual([
        [false, true],
      ]);
    } finally {
      await stop();
      await restored.close();
      await elsewhere.remove();
    }
  });

  it('lets the message under way finish when it stops, and takes no more', async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    peer = await startPeer({ data: async () => (arrived(), gate) });
    await changeMailSettings(db, secrets, actor, settingsFor(peer.port));
    await queued(db, systemClock, someMessage(), someMessage());
    const stop = runPost(db, secrets, systemClock, silentLog);
    await arrival;
    const stopped = stop();
    go();
    await stopped;
    expect(await states()).toEqual([
      ['sent', null],
      ['waiting', null],
    ]);
  });

  it('ends with a message uncertain whose server does not answer', async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    peer = await startPeer({ data: () => (arrived(), new Promise(() => {})) });
    await changeMailSettings(db, secrets, actor, settingsFor(peer.port));
    await queued(db, systemClock, someMessage());
    const stop = runPost(db, secrets, systemClock, silentLog);
    await arrival;
    await stop();
    expect(await states()).toEqual([['uncertain', 'connection-lost']]);
  });

  it('leaves uncertain what a killed process was sending, and sends it no second time', async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    let messages = 0;
    peer = await startPeer({
      data: () => {
        messages += 1;
        arrived();
        return messages === 1 ? new Promise<void>(() => {}) : undefined;
      },
    });
    await changeMailSettings(db, secrets, actor, settingsFor(peer.port));
    await queued(db, systemClock, someMessage(), someMessage());
    const child = startModule(
      `import { openDatabase } from '#platform/database/open.ts';
       import { silentLog } from '#platform/log/log.ts';
       import { runPost } from '#platform/mail/post.ts';
       import { openSecrets } from '#platform/secrets/secrets.ts';
       runPost(openDatabase(input), openSecrets(input.dataFolder), () => new Date(), silentLog);
       setInterval(() => {}, 1000);`,
      db.location,
    );
    await arrival;
    expect((await states()).map(([status]) => status)).toEqual(['sending', 'waiting']);
    child.process.kill('SIGKILL');
    await child.ended;
    const transport = smtp(settingsFor(peer.port), undefined);
    await expect
      .poll(async () => {
        await deliver(db, transport, systemClock);
        return states();
      }, soon)
      .toEqual([
        ['uncertain', 'interrupted'],
        ['sent', null],
      ]);
    expect(messages).toBe(2);
  });
});
