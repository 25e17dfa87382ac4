import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { note, sessionNamed } from '../../../tests/support/board.ts';
import { administrator, workshopNamed } from '../../../tests/support/workshops.ts';
import { circulateMinutes, withdrawCirculation } from '../minutes-circulations/changes.server.ts';
import { answerApproval, replyToRemark } from './changes.server.ts';
import { approvalNotices } from './reactions.server.ts';

let db: TestDatabase;
let workshopId: string;
let itemId: string;
let minutesId: string;
let entry: string;
let tokens: string[];
let count = 0;
const clock = () => new Date('2027-03-10T09:00:00.000Z');

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  count += 1;
  workshopId = await workshopNamed(db, `approvals-${count}`);
  ({ itemId, minutesId } = await sessionNamed(db, workshopId, 'Gouvernance'));
  entry = await note(db, minutesId, 'Un réseau est créé.');
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  const approvers = [
    { name: 'Point focal', email: `a${count}@example.org`, locale: 'fr' as const },
    { name: 'منسق الجهة', email: `b${count}@example.org`, locale: 'ar' as const },
  ];
  const title = { workshop: 'Rencontre', session: 'Gouvernance' };
  const titles = { fr: title, ar: title, en: title };
  const sending = { clock, publicUrl: 'http://localhost:3000', titles };
  done(await circulateMinutes(db, administrator, { minutesId, needed: 1, approvers }, sending));
  tokens = (await letters()).map(({ text }) => /token=([\w-]+)/.exec(text)![1]!);
});

const letters = () =>
  db.reader.selectFrom('mail_messages').selectAll().orderBy('to_address').orderBy('id').execute();

/** An account that holds the role of rapporteur. */
async function rapporteur(
  name: string,
  on: { scope: 'session' | 'workshop'; on: string },
  { email = `${name}-${count}@region.example`, locale = 'fr' as Locale } = {},
): Promise<string> {
  const id = done(await createAccount(db, administrator, { name, email, locale })).id;
  done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale, notices: 'each' }));
  done(await giveRole(db, administrator, { accountId: id, role: 'rapporteur', ...on }));
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
  return id;
}

const give = (token: string, answer: 'approved' | 'changes', text?: string) =>
  answerApproval(
    db,
    { token, answer, language: 'fr', remarks: text ? [{ entryId: entry, text }] : [] },
    clock,
  );

/** What waits to be told, in words: who is told, and what. */
async function told(): Promise<[account: string, text: string | null][]> {
  const rows = await db.reader
    .selectFrom('notices')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return Promise.all(
    rows.map(async ({ account_id, kind, record_id }) => {
      const { actor, account } = (await readVisitor(db.reader, account_id))!;
      const notice = { kind, record: { kind: 'minutes_approvals' as const, id: record_id }, about: {} };
      const line = await approvalNotices[kind]!(db.reader, notice, { actor, locale: account.locale });
      return [account_id, line?.text ?? null] as [string, string | null];
    }),
  );
}

it('tells the rapporteurs of the session, and nobody else, what was answered, each answer once', async () => {
  const own = await rapporteur('own', { scope: 'session', on: itemId }, { locale: 'ar' });
  const whole = await rapporteur('whole', { scope: 'workshop', on: workshopId });
  const other = await sessionNamed(db, workshopId, 'Ailleurs');
  await rapporteur('elsewhere', { scope: 'session', on: other.itemId });
  const [a = '', b = ''] = tokens;
  done(await give(a, 'approved'));
  done(await give(a, 'approved'));
  const approved = [
    [own, 'وردت مصادقة Point focal على محضر جلسة «Gouvernance».'],
    [whole, 'Point focal a approuvé le procès-verbal de la séance «\u00a0Gouvernance\u00a0».'],
  ];
  expect((await told()).toSorted()).toEqual(approved.toSorted());
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
  // A form that is sent twice asks once; another remark is another thing to tell.
  done(await give(b, 'changes', 'Préciser qui.'));
  done(await give(b, 'changes', 'Préciser qui.'));
  expect(await told()).toHaveLength(2);
  done(await give(b, 'changes', 'Et quand.'));
  expect(await told()).toHaveLength(4);
  const remarks = await db.reader
    .selectFrom('minutes_remarks')
    .innerJoin('minutes_approvals', 'minutes_approvals.id', 'approval_id')
    .select('text')
    .where('personal_email', '=', `b${count}@example.org`)
    .orderBy('minutes_remarks.id')
    .execute();
  expect(remarks.map(({ text }) => text)).toEqual(['Préciser qui.', 'Et quand.']);
});

it('tells nothing that no longer holds, and nobody of what they answered themselves', async () => {
  await rapporteur('asked', { scope: 'session', on: itemId }, { email: `a${count}@example.org` });
  const other = await rapporteur('other', { scope: 'session', on: itemId });
  const [a = ''] = tokens;
  done(await give(a, 'approved'));
  expect((await told()).map(([account]) => account)).toEqual([other]);
  done(await give(a, 'changes', 'Finalement non.'));
  const texts = (await told()).map(([, text]) => text);
  expect(texts).toEqual([null, expect.stringContaining('Point focal demande une modification')]);
  const { version } = await db.reader
    .selectFrom('minutes')
    .select('version')
    .where('id', '=', minutesId)
    .executeTakeFirstOrThrow();
  done(await withdrawCirculation(db, administrator, { minutesId, version }, clock));
  expect((await told()).map(([, text]) => text)).toEqual([null, null]);
});

it('writes to whoever asked for a change what was replied, once for each reply', async () => {
  done(await give(tokens[1]!, 'changes', 'يرجى ذكر الجهات.'));
  const { id: remarkId } = await db.reader
    .selectFrom('minutes_remarks')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  const reply = (text: string) => replyToRemark(db, administrator, { remarkId, text, language: 'fr' }, clock);
  done(await reply('Les régions figurent en annexe.'));
  done(await reply('Les régions figurent en annexe.'));
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    to_address: `b${count}@example.org`,
    purpose: 'minutes-reply',
    locale: 'ar',
    subject: 'جواب عن طلبكم: محضر «Gouvernance»',
  });
  expect(letter!.text).toContain('يرجى ذكر الجهات.');
  expect(letter!.text).toContain('Les régions figurent en annexe.');
  expect(letter!.text).not.toContain('token=');
  done(await reply('En annexe 2.'));
  expect(await letters()).toHaveLength(2);
});
