import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../database/open.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { systemActor } from '../actor/actor.ts';
import { resendMessage } from './decide.ts';
import { deliver } from './deliver.ts';
import { queueMail } from './queue.ts';
import { smtp } from './smtp.ts';
import {
  answer,
  queued,
  settingsFor,
  someMessage,
  startPeer,
  type Peer,
  type PeerAnswers,
} from './testing.ts';

let db: TestDatabase;
let peer: Peer;
let now: Date;
const clock = () => now;
beforeEach(async () => {
  now = new Date('2026-03-01T08:00:00.000Z');
  db = await openTestDatabase();
});
afterEach(async () => {
  await peer?.stop();
  await db.close();
});

const minutes = (count: number) => (now = new Date(now.getTime() + count * 60_000));
async function meet(answers: PeerAnswers = {}) {
  peer = await startPeer(answers);
}
const round = (from: TestDatabase | ReturnType<typeof openDatabase> = db) =>
  deliver(from, smtp(settingsFor(peer.port), undefined), clock);
const states = async () =>
  (
    await db.reader
      .selectFrom('mail_messages')
      .select(['status', 'attempts', 'last_error', 'next_attempt_at', 'sent_at'])
      .orderBy('id')
      .execute()
  ).map((row) => [row.status, row.attempts, row.last_error]);

describe('deliver', () => {
  it('sends what is waiting, once, and writes down when', async () => {
    await meet();
    const [id] = await queued(db, clock, someMessage());
    minutes(1);
    expect(await round()).toEqual({ handed: 1, outage: null });
    expect(await round()).toEqual({ handed: 0 });
    expect(peer.taken.map(({ from, to }) => [from, to])).toEqual([
      ['network@indimaj.example', ['member@region.example']],
    ]);
    expect(await states()).toEqual([['sent', 1, null]]);
    const row = await db.reader.selectFrom('mail_messages').selectAll().executeTakeFirstOrThrow();
    expect([row.sent_at, row.message_id]).toEqual(['2026-03-01T08:01:00.000Z', `<${id}@indimaj.example>`]);
    expect(peer.taken[0]!.raw).toContain(`Message-ID: <${id}@indimaj.example>\r\n`);
  });

  it('sends nothing of a change that was rolled back, and one occasion once', async () => {
    await meet();
    const lost = db.transaction(async (tx) => {
      await queueMail(tx, someMessage(), clock);
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    const once = someMessage({ onceKey: 'reminder 1' });
    expect(await queued(db, clock, once, once)).toHaveLength(1);
    expect(await queued(db, clock, once)).toEqual([]);
    expect(await round()).toMatchObject({ handed: 1 });
    expect(peer.taken).toHaveLength(1);
  });

  it('tries again after growing waits what was refused for now, under the same Message-ID', async () => {
    let refusals = 2;
    await meet({
      rcpt: () => (refusals-- > 0 ? answer(450, '4.7.1 Greylisted: member@region.example') : undefined),
    });
    await queued(db, clock, someMessage());
    expect(await round()).toEqual({ handed: 1, outage: null });
    expect(await states()).toEqual([['waiting', 1, '450 4.7.1']]);
    expect(await round()).toEqual({ handed: 0 });
    minutes(1);
    await round();
    expect(await states()).toEqual([['waiting', 2, expect.stringMatching(/^450/)]]);
    minutes(4);
    expect(await round()).toEqual({ handed: 0 });
    const { message_id } = await db.reader
      .selectFrom('mail_messages')
      .select('message_id')
      .executeTakeFirstOrThrow();
    minutes(1);
    await round();
    expect(await states()).toEqual([['sent', 3, null]]);
    expect(peer.taken[0]!.raw).toContain(message_id);
  });

  it('gives up after five days', async () => {
    await meet({ data: () => answer(451) });
    await queued(db, clock, someMessage());
    let days = 0;
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await round();
      const [[status]] = (await states()) as [[string]];
      if (status === 'failed') break;
      minutes(240);
      days += 240 / 60 / 24;
    }
    expect(await states()).toEqual([['failed', 34, expect.stringMatching(/^451/)]]);
    expect(days).toBeGreaterThan(5);
  });

  it('fails what is refused for good, without the words of the server, and goes on with the next', async () => {
    await meet({
      rcpt: (address) =>
        address.startsWith('nobody') ? answer(550, '5.1.1 <nobody@region.example> unknown') : undefined,
      data: (raw) => (raw.includes('Subject: Spam') ? answer(554, 'no') : undefined),
    });
    await queued(
      db,
      clock,
      someMessage({ to: { address: 'nobody@region.example' } }),
      someMessage({ subject: 'Spam' }),
      someMessage(),
    );
    expect(await round()).toEqual({ handed: 3, outage: null });
    expect(await states()).toEqual([
      ['failed', 1, expect.stringMatching(/^550 5\.\d\.\d$/)],
      ['failed', 1, expect.stringMatching(/^554( 5\.\d\.\d)?$/)],
      ['sent', 1, null],
    ]);
  });

  it('blames no message for what the server refuses of all', async () => {
    await meet({ mail: () => answer(553, 'not your address') });
    await queued(db, clock, someMessage(), someMessage());
    expect(await round()).toMatchObject({ handed: 1, outage: expect.stringMatching(/^sender 553/) });
    expect(await states()).toEqual([
      ['waiting', 0, expect.stringMatching(/^sender/)],
      ['waiting', 0, null],
    ]);
    await peer.stop();
    expect(await round()).toEqual({ handed: 0, outage: 'not-answering' });
    expect((await states()).map(([status, attempts]) => [status, attempts])).toEqual([
      ['waiting', 0],
      ['waiting', 0],
    ]);
  });

  it('leaves uncertain what was written whole and not answered; only a person sends it again', async () => {
    let cuts = 1;
    await meet({
      data: () => {
        if (cuts-- > 0) {
          peer.cut();
          return new Promise(() => {});
        }
      },
    });
    const [id] = await queued(db, clock, someMessage());
    await queued(db, clock, someMessage());
    expect(await round()).toEqual({ handed: 2, outage: null });
    expect(await states()).toEqual([
      ['uncertain', 1, 'connection-lost'],
      ['sent', 1, null],
    ]);
    minutes(10_000);
    expect(await round()).toEqual({ handed: 0 });
    expect(await resendMessage(db, systemActor('test'), id!, clock)).toEqual({ ok: true });
    await round();
    expect(peer.taken.map(({ raw }) => raw.includes(id!))).toEqual([false, true]);
    expect((await states())[0]).toEqual(['sent', 1, null]);
  });

  it('sends again by itself what was cut before it was whole', async () => {
    let cuts = 1;
    await meet({
      rcpt: () => {
        if (cuts-- > 0) {
          peer.cut();
          return new Promise<void>(() => {});
        }
      },
    });
    await queued(db, clock, someMessage());
    await round();
    expect(await states()).toEqual([['waiting', 1, 'connection-lost']]);
    minutes(1);
    await round();
    expect(await states()).toEqual([['sent', 2, null]]);
    expect(peer.taken).toHaveLength(1);
  });

  it('never sends what has expired, and empties it', async () => {
    await meet();
    const expiresAt = new Date(now.getTime() + 600_000);
    await queued(db, clock, someMessage({ expiresAt, text: 'the link' }), someMessage());
    minutes(10);
    expect(await round()).toMatchObject({ handed: 1 });
    expect(await states()).toEqual([
      ['withdrawn', 0, 'expired'],
      ['sent', 1, null],
    ]);
    const row = await db.reader
      .selectFrom('mail_messages')
      .select(['text', 'html', 'emptied_at'])
      .orderBy('id')
      .executeTakeFirst();
    expect(row).toEqual({ text: '', html: '', emptied_at: now.toISOString() });
  });

  it('sends first what expires first', async () => {
    await meet();
    const expiresAt = new Date(now.getTime() + 600_000);
    await queued(db, clock, someMessage({ subject: 'A' }), someMessage({ subject: 'Link', expiresAt }));
    await round();
    expect(peer.taken.map(({ raw }) => /Subject: (\w+)/.exec(raw)?.[1])).toEqual(['Link', 'A']);
  });

  it('keeps everything waiting while nobody has said where to', async () => {
    await queued(db, clock, someMessage());
    expect(await deliver(db, null, clock)).toEqual({ handed: 0 });
    expect(await states()).toEqual([['waiting', 0, null]]);
  });

  it('sends each message once however many deliver', async () => {
    await meet();
    const messages = Array.from({ length: 30 }, (_, i) => someMessage({ subject: `Number ${i}` }));
    await queued(db, clock, ...messages);
    const other = openDatabase(db.location);
    for (let more = true; more;) {
      const rounds = await Promise.all([round(), round(other), round(), round(other)]);
      more = rounds.some(({ handed }) => handed > 0);
    }
    await other.close();
    expect(peer.taken.map(({ raw }) => /Subject: (.*)\r/.exec(raw)?.[1]).toSorted()).toEqual(
      messages.map(({ subject }) => subject).toSorted(),
    );
    expect((await states()).map(([status, attempts]) => [status, attempts])).toEqual(
      messages.map(() => ['sent', 1]),
    );
  });

  it('sends nothing twice where two processes both believe to be alone', async () => {
    await meet();
    await queued(db, clock, ...Array.from({ length: 20 }, () => someMessage()));
    // As when the connection that holds the lock breaks: the second is let in while the first goes on.
    const alone = { ...db, exclusively: <T>(_name: string, work: () => Promise<T>) => work() };
    const rounds = await Promise.all([round(alone), round(alone), round(alone)]);
    expect(rounds.reduce((sum, { handed }) => sum + handed, 0)).toBe(20);
    expect(peer.taken).toHaveLength(20);
    expect((await states()).map(([status]) => status)).toEqual(Array(20).fill('sent'));
  });
});
