import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '../actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { entriesAfter } from '../journal/read.ts';
import { newId } from '../records/uuid.ts';
import { markSent, resendMessage, withdrawMessage } from './decide.ts';
import { mailStatuses, type MailMessageRow, type MailStatus } from './model.ts';
import { countByStatus, listOutbox, readMessage } from './outbox.ts';
import { eraseMail, queueMail } from './queue.ts';
import { emptyOldMail } from './retention.ts';
import { queued, someMessage } from './testing.ts';

const actor = systemActor('test');
let now = new Date('2026-03-01T08:00:00.000Z');
const clock = () => now;
let db: TestDatabase;
beforeEach(async () => {
  now = new Date('2026-03-01T08:00:00.000Z');
  db = await openTestDatabase();
});
afterEach(() => db.close());

const days = (count: number) => (now = new Date(now.getTime() + count * 86_400_000));
async function messageThat(status: MailStatus, over: Partial<MailMessageRow> = {}): Promise<string> {
  const [id] = await queued(db, clock, someMessage());
  await db.transaction((tx) =>
    tx
      .updateTable('mail_messages')
      .set({ status, attempts: 3, ...over })
      .where('id', '=', id!)
      .execute(),
  );
  return id!;
}
const row = (id: string) =>
  db.reader.selectFrom('mail_messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('the outbox', () => {
  it('lists messages by page and status, the newest first, without what they say', async () => {
    await queued(db, clock, ...Array.from({ length: 51 }, (_, i) => someMessage({ subject: `${i}` })));
    const failed = await messageThat('failed');
    const first = await listOutbox(db.reader);
    expect([first.page, first.pages, first.total, first.messages.length]).toEqual([1, 2, 52, 50]);
    expect(first.messages[0]!.id).toBe(failed);
    expect(Object.keys(first.messages[0]!)).not.toContain('text');
    expect((await listOutbox(db.reader, { page: 9 })).messages.map(({ subject }) => subject)).toEqual([
      '1',
      '0',
    ]);
    expect((await listOutbox(db.reader, { status: 'failed' })).messages.map(({ id }) => id)).toEqual([
      failed,
    ]);
    expect(await listOutbox(db.reader, { status: 'sent', page: Number.NaN })).toEqual({
      messages: [],
      page: 1,
      pages: 1,
      total: 0,
    });
    expect(await countByStatus(db.reader)).toEqual({
      ...Object.fromEntries(mailStatuses.map((status) => [status, 0])),
      waiting: 51,
      failed: 1,
    });
  });

  it('withholds the bodies of messages that carry a link to sign in with', async () => {
    const expiresAt = new Date(now.getTime() + 600_000);
    const [plain, link] = await queued(
      db,
      clock,
      someMessage(),
      someMessage({ expiresAt, text: 'the link' }),
    );
    expect(await readMessage(db.reader, plain!)).toMatchObject({ text: someMessage().text, withheld: false });
    expect(await readMessage(db.reader, link!)).toMatchObject({ text: '', html: '', withheld: true });
    expect(await readMessage(db.reader, link!, { links: true })).toMatchObject({ text: 'the link' });
    expect(await readMessage(db.reader, newId())).toBe(null);
  });

  it('cleans what is queued, and takes nothing that is no address', async () => {
    const [id] = await queued(
      db,
      clock,
      someMessage({
        subject: `x\r\nBcc: y${'z'.repeat(1_000_000)}`,
        to: { address: ' a@b.example ', name: 'A\n\u202EB' },
      }),
    );
    const { subject, to_address, to_name } = await row(id!);
    expect([subject.length, subject.slice(0, 9), to_address, to_name]).toEqual([
      250,
      'x Bcc: yz',
      'a@b.example',
      'A B',
    ]);
    for (const address of [
      'a',
      'a@b',
      '"a b"@c.example',
      'a@b.example\r\nx',
      'a@b.example, c@d.example',
      'a@b.example>',
    ])
      await expect(
        db.transaction((tx) => queueMail(tx, someMessage({ to: { address } }), clock)),
      ).rejects.toThrow();
  });
});

describe('a decision on a message', () => {
  const allowed: Record<string, [typeof resendMessage, MailStatus[], MailStatus]> = {
    resend: [resendMessage, ['waiting', 'uncertain', 'failed'], 'waiting'],
    withdraw: [withdrawMessage, ['waiting', 'uncertain', 'failed'], 'withdrawn'],
    'mark as sent': [markSent, ['uncertain'], 'sent'],
  };

  it.each(Object.entries(allowed))(
    'to %s holds from its states only',
    async (_name, [decision, from, to]) => {
      for (const status of mailStatuses) {
        const id = await messageThat(status, { last_error: '450' });
        const before = await row(id);
        const outcome = await decision(db, actor, id, clock);
        if (from.includes(status)) {
          expect(outcome).toEqual({ ok: true });
          expect((await row(id)).status).toBe(to);
        } else {
          expect(outcome).toEqual({ ok: false, reason: 'platform_mail_wrong_state' });
          expect(await row(id)).toEqual(before);
        }
      }
    },
  );

  it('is told in the journal without whom the message went to', async () => {
    const id = await messageThat('uncertain');
    await resendMessage(db, actor, id, clock);
    const [entry, ...more] = await entriesAfter(db, 0);
    expect(more).toEqual([]);
    expect(entry).toEqual({
      number: 1,
      at: now.toISOString(),
      actorId: 'system:test',
      kind: 'mail_messages',
      recordId: id,
      verb: 'update',
      before: { purpose: 'test', delivery: 'uncertain' },
      after: { purpose: 'test', delivery: 'waiting' },
      touches: [id],
    });
    expect(await row(id)).toMatchObject({
      attempts: 0,
      next_attempt_at: now.toISOString(),
      last_error: null,
    });
  });

  it('is refused to who is no administrator, for what is not there, and where nothing is left to send', async () => {
    const id = await messageThat('failed');
    for (const [decision] of Object.values(allowed))
      expect(await decision(db, anonymous, id, clock)).toEqual({
        ok: false,
        reason: 'platform_refused_not_allowed',
      });
    expect(await resendMessage(db, actor, newId(), clock)).toEqual({
      ok: false,
      reason: 'platform_refused_missing',
    });
    const old = await messageThat('failed', { emptied_at: now.toISOString() });
    const expired = await messageThat('uncertain', { expires_at: now.toISOString() });
    for (const message of [old, expired])
      expect(await resendMessage(db, actor, message, clock)).toEqual({
        ok: false,
        reason: 'platform_mail_too_old',
      });
    expect((await entriesAfter(db, 0)).length).toBe(0);
  });
});

describe('retention', () => {
  it('empties links once they are worthless, bodies after a month, and forgets people after a year', async () => {
    const soon = new Date(now.getTime() + 600_000).toISOString();
    const link = await messageThat('sent', { expires_at: soon });
    const [sent, failed, waiting] = [
      await messageThat('sent'),
      await messageThat('failed'),
      await messageThat('waiting'),
    ];
    const full = async () => {
      const rows = await db.reader.selectFrom('mail_messages').selectAll().where('text', '<>', '').execute();
      return rows
        .filter(({ html }) => html !== '')
        .map(({ id }) => id)
        .toSorted();
    };
    await emptyOldMail(db, clock);
    expect(await full()).toEqual([link, sent, failed, waiting].toSorted());
    now = new Date(now.getTime() + 600_000);
    await emptyOldMail(db, clock);
    expect(await full()).toEqual([sent, failed, waiting].toSorted());
    days(30);
    await emptyOldMail(db, clock);
    expect(await full()).toEqual([waiting]);
    expect(await row(sent)).toMatchObject({ to_address: 'member@region.example', subject: 'Objet' });
    expect((await row(sent)).emptied_at).toBe(now.toISOString());
    days(365);
    await emptyOldMail(db, clock);
    expect(await full()).toEqual([waiting]);
    const rows = await db.reader
      .selectFrom('mail_messages')
      .select(['id', 'to_address', 'subject'])
      .execute();
    expect(rows.filter(({ to_address }) => to_address !== '').map(({ id }) => id)).toEqual([waiting]);
    expect(rows.filter(({ subject }) => subject !== '').map(({ id }) => id)).toEqual([waiting]);
  });

  it('removes all of a person who is erased, and of nobody else', async () => {
    const accountId = newId();
    await queued(
      db,
      clock,
      someMessage({ accountId, to: { address: 'old@region.example' } }),
      someMessage({ to: { address: 'Person@Region.example' } }),
      someMessage({ accountId: newId(), to: { address: 'other@region.example' } }),
    );
    const erased = (person: Parameters<typeof eraseMail>[1]) => db.transaction((tx) => eraseMail(tx, person));
    expect(await erased({})).toBe(0);
    expect(await erased({ accountId, address: 'person@region.example' })).toBe(2);
    const left = await db.reader.selectFrom('mail_messages').select('to_address').execute();
    expect(left).toEqual([{ to_address: 'other@region.example' }]);
  });
});
