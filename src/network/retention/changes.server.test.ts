import { afterAll, beforeAll, expect, it } from 'vitest';
import { NETWORK, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { holdDraft, keepDraft } from '#platform/drafts/drafts.ts';
import { withinLimit } from '#platform/limits/limits.ts';
import type { Log } from '#platform/log/log.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { someMessage } from '#platform/mail/testing.ts';
import { platformExpirings } from '#platform/retention/expirings.ts';
import { purgeAll } from '#platform/retention/retention.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { createAccount } from '../accounts/changes.server.ts';
import { networkExpirings } from './changes.server.ts';

const tester = systemActor('test');
const start = new Date('2026-01-01T00:00:00.000Z').getTime();
const after = (days: number) => () => new Date(start + days * 86_400_000);
const now = after(0);

let db: TestDatabase;
const failures: unknown[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message, fields) => void failures.push({ message, ...fields }),
};

beforeAll(async () => {
  db = await openTestDatabase();
  const { id: accountId } = done(
    await createAccount(db, tester, { name: 'A member', email: 'member@example.org', locale: 'fr' }),
  );
  await withinLimit(db, 'a key', { most: 1, seconds: 60 }, now);
  await db.transaction(async (tx) => {
    const row = { created_at: now().toISOString(), updated_at: now().toISOString() };
    const expires_at = after(0.5)().toISOString();
    await tx
      .insertInto('sign_in_sessions')
      .values({
        id: 's',
        ...row,
        account_id: accountId,
        token: 't',
        expires_at,
        ip_address: null,
        user_agent: null,
      })
      .execute();
    await tx
      .insertInto('sign_in_tokens')
      .values({ id: 't', ...row, identifier: 'i', value: 'member@example.org', expires_at })
      .execute();
    const draft = { values: { name: 'A member' }, baseVersion: null };
    await holdDraft(tx, '/new/people', draft, now);
    await keepDraft(tx, { accountId, address: '/new/people' }, draft, now);
    const id = await queueMail(tx, someMessage(), now);
    await tx.updateTable('mail_messages').set({ status: 'sent' }).where('id', '=', id!).execute();
    const common = { personal_name: 'A member', personal_email: 'asks@example.org', locale: 'fr' };
    for (const status of ['open', 'accepted'])
      await createRecord(
        tx,
        tester,
        'invitations' as never,
        {
          ...common,
          role: 'reader',
          scope: 'network',
          on_id: NETWORK,
          token_hash: status,
          status,
          expires_at: after(14)().toISOString(),
          invited_by: tester.id,
          account_id: null,
        } as never,
        now,
      );
    for (const status of ['open', 'declined'])
      await createRecord(
        tx,
        tester,
        'membership_requests' as never,
        {
          ...common,
          personal_message: 'I ask to join',
          organisation_id: null,
          status,
          decided_by: null,
          reason: 'A member asks twice',
        } as never,
        now,
      );
  });
});
afterAll(() => db.close());

/** How many of each are left so many days later, once the night has passed. */
async function left(days: number) {
  await purgeAll(db, [...platformExpirings, ...networkExpirings], after(days), log);
  const count = async (table: string) =>
    (
      await db.reader
        .selectFrom(table as 'settings')
        .selectAll()
        .execute()
    ).length;
  const { text, to_address } = await db.reader
    .selectFrom('mail_messages')
    .select(['text', 'to_address'])
    .executeTakeFirstOrThrow();
  return {
    sessions: await count('sign_in_sessions'),
    tokens: await count('sign_in_tokens'),
    limits: await count('limits'),
    drafts: await count('form_drafts'),
    invitations: await count('invitations'),
    requests: await count('membership_requests'),
    mail: [text !== '', to_address !== ''],
  };
}

const all = { sessions: 1, tokens: 1, limits: 1, drafts: 2, invitations: 2, requests: 2, mail: [true, true] };

it('keeps each thing as long as the register says, and no longer', async () => {
  expect(await left(0)).toEqual(all);
  const short = { ...all, sessions: 0, tokens: 0, limits: 0, drafts: 1 };
  expect(await left(1)).toEqual(short);
  expect(await left(29)).toEqual(short);
  expect(await left(30)).toEqual({ ...short, invitations: 1, mail: [false, true] });
  expect(await left(44)).toEqual({ ...short, invitations: 0, mail: [false, true] });
  expect(await left(180)).toEqual({ ...short, invitations: 0, drafts: 0, mail: [false, true] });
  const last = { ...short, invitations: 0, drafts: 0, requests: 1, mail: [false, false] };
  expect(await left(365)).toEqual(last);
  expect(await left(4_000)).toEqual(last);
});

it('leaves nothing of a decision’s reason in the journal', async () => {
  const journal = JSON.stringify(await db.reader.selectFrom('journal').selectAll().execute());
  expect(journal.split('asks twice').length - 1).toBe(1);
});

it('does the rest where one thing fails', async () => {
  await withinLimit(db, 'another key', { most: 1, seconds: 60 }, now);
  const broken = { name: 'broken', purge: () => Promise.reject(new Error('on purpose')) };
  await purgeAll(db, [broken, ...platformExpirings], after(5_000), log);
  expect(await db.reader.selectFrom('limits').selectAll().execute()).toEqual([]);
  expect(failures).toMatchObject([{ what: 'broken' }]);
});
