import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NETWORK, systemActor, type Actor } from '#platform/actor/actor.ts';
import { describeTables } from '#platform/database/describe.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { holdDraft, keepDraft } from '#platform/drafts/drafts.ts';
import { silentLog } from '#platform/log/log.ts';
import { someMessage } from '#platform/mail/testing.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { collectHeld, collectRemains } from '#platform/personal-data/collect.ts';
import { platformHolders } from '#platform/personal-data/holders.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { openSignIn } from '#platform/sign-in/sign-in.ts';
import { createAccount } from '../accounts/changes.server.ts';
import { readAccount } from '../accounts/queries.server.ts';
import { giveRole } from '../grants/changes.server.ts';
import { createPerson } from '../people/changes.server.ts';
import { networkHolder } from '../personal-data/changes.server.ts';
import { personOf } from '../personal-data/queries.server.ts';
import { changeProfile } from '../profiles/changes.server.ts';
import { eraseAccount } from './changes.server.ts';

const holders: PersonalDataHolder[] = [networkHolder, ...platformHolders];
const tester = systemActor('test');
const clock = () => new Date('2026-05-04T10:00:00.000Z');
/** What must be found nowhere: a name that nothing else holds, and an address. */
const NAME = 'Titulaire <7f3a> & «Effaçable»';
const ADDRESS = 'to-erase-7f3a@example.org';
const traces = ['7f3a', 'Effaçable'];

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function account(email: string, role?: 'administrator', name = 'A role'): Promise<string> {
  const { id } = done(await createAccount(db, tester, { name, email, locale: 'fr' }));
  if (role) done(await giveRole(db, tester, { accountId: id, role, scope: 'network', on: NETWORK }));
  return id;
}

const as = (id: string): Actor => ({ id, grants: [] });
const erase = (id: string, actor = as(id)) => eraseAccount(db, actor, id, holders, clock);

/** Every row of every table as text, with the table before it. */
async function everyRow(): Promise<string[]> {
  const tables = await describeTables(db.reader, db.engine);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(db.reader);
    texts.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  return texts;
}

/** Every byte in the files of the data folder, as text. */
function everyFile(): string[] {
  const folder = db.location.dataFolder;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const found = (texts: string[]) => texts.filter((text) => traces.some((trace) => text.includes(trace)));

describe('a person who is erased', () => {
  let id: string;
  let personId: string;

  beforeAll(async () => {
    await account('another@example.org', 'administrator');
    id = await account(ADDRESS, 'administrator', NAME);
    personId = done(
      await createPerson(db, tester, {
        slug: 'a-public-role',
        name: { fr: 'Une personne publique', original: 'fr' },
      } as never),
    ).id;
    done(await changeProfile(db, as(id), { id, version: 1, name: NAME, locale: 'ar', notices: 'daily' }));
    const signIn = openSignIn({
      db,
      log: silentLog,
      publicUrl: 'http://localhost:3000',
      name: 'Indimaj',
      secret: 'a secret of this test, long enough to be one',
      providers: [],
    });
    const headers = new Headers({ host: 'localhost:3000', 'user-agent': `Browser of ${ADDRESS}` });
    await signIn.setPassword(id, 'a long enough password', null);
    await signIn.open(id, headers);
    await signIn.linkToken(ADDRESS, headers);
    await db.transaction(async (tx) => {
      const now = clock().toISOString();
      await tx
        .updateTable('accounts')
        .set({ person_id: personId, image: ADDRESS })
        .where('id', '=', id)
        .execute();
      await tx
        .insertInto('passkeys')
        .values({
          id: '7f3a-passkey',
          created_at: now,
          account_id: id,
          name: `Phone of ${NAME}`,
          public_key: 'k',
          credential_id: 'c',
          counter: 0,
          device_type: 'singleDevice',
          backed_up: 0,
          transports: null,
          aaguid: null,
        })
        .execute();
      const values = { name: NAME, email: ADDRESS };
      await keepDraft(tx, { accountId: id, address: '/new/people' }, { values, baseVersion: null }, clock);
      // What others wrote about the address, and what nobody has claimed yet.
      const other = await tx
        .selectFrom('accounts')
        .select('id')
        .where('id', '<>', id)
        .executeTakeFirstOrThrow();
      await keepDraft(tx, { accountId: other.id, address: '/invite' }, { values, baseVersion: null }, clock);
      await holdDraft(tx, '/membership', { values, baseVersion: null }, clock);
      await queueMail(tx, someMessage({ to: { address: ADDRESS.toUpperCase(), name: NAME } }), clock);
      await queueMail(tx, someMessage({ accountId: id, subject: NAME }), clock);
      await queueMail(
        tx,
        someMessage({
          subject: `${NAME} vous invite`,
          text: `${NAME} (${ADDRESS}) vous invite.`,
          html: '<p>Titulaire &lt;7f3a&gt; &amp; «Effaçable» vous invite.</p>',
          onceKey: `invited by ${ADDRESS}`,
        }),
        clock,
      );
      const common = { personal_name: NAME, personal_email: ADDRESS, locale: 'fr' };
      await createRecord(
        tx,
        tester,
        'invitations' as never,
        {
          ...common,
          role: 'reader',
          scope: 'network',
          on_id: NETWORK,
          token_hash: 'h',
          status: 'accepted',
          expires_at: now,
          invited_by: tester.id,
          account_id: id,
        } as never,
      );
      await createRecord(
        tx,
        tester,
        'membership_requests' as never,
        {
          ...common,
          personal_message: `I am ${NAME}`,
          organisation_id: null,
          status: 'declined',
          decided_by: tester.id,
          reason: `${NAME} is unknown here`,
        } as never,
      );
    });
  });

  it('was in many places, and could read them all', async () => {
    const places = new Set(found(await everyRow()).map((text) => text.split(' ')[0]));
    expect([...places].sort()).toEqual([
      'accounts',
      'form_drafts',
      'invitations',
      'journal',
      'mail_messages',
      'membership_requests',
      'passkeys',
      'sign_in_sessions',
      'sign_in_tokens',
    ]);
    if (db.engine === 'sqlite') expect(found(everyFile())).not.toEqual([]);
    const lists = await collectHeld(db.reader, holders, personOf((await readAccount(db.reader, id))!));
    expect(Object.fromEntries(lists.map(({ name, rows }) => [name, rows.length]))).toEqual({
      account: 1,
      roles: 1,
      invitations: 1,
      requests: 1,
      sessions: 1,
      methods: 1,
      passkeys: 1,
      drafts: 1,
      mail: 2,
      journal: 1,
    });
    const text = JSON.stringify(lists);
    const { password } = await db.reader
      .selectFrom('sign_in_methods')
      .select('password')
      .where('account_id', '=', id)
      .executeTakeFirstOrThrow();
    const { token } = await db.reader
      .selectFrom('sign_in_sessions')
      .select('token')
      .where('account_id', '=', id)
      .executeTakeFirstOrThrow();
    expect([text.includes(password!), text.includes(token)]).toEqual([false, false]);
  });

  it('is told before what will remain', async () => {
    const remains = await collectRemains(db.reader, holders, personOf((await readAccount(db.reader, id))!));
    expect(remains).toEqual([
      { reason: 'network_remains_person', count: 1, address: '/people/a-public-role' },
      { reason: 'network_remains_changes', count: 1 },
    ]);
  });

  it('can be erased by nobody else but an administrator', async () => {
    expect(await erase(id, as('018f0000-0000-7000-8000-000000000000'))).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
  });

  it('is found in no row and in no file of the data afterwards', async () => {
    expect(await erase(id)).toEqual({ ok: true });
    expect(found(await everyRow())).toEqual([]);
    expect(found(everyFile())).toEqual([]);
  });

  it('leaves an account that is nobody’s, and of whom nothing says which public person it was', async () => {
    expect(await readAccount(db.reader, id)).toMatchObject({
      personal_name: '',
      personal_email: `erased:${id}`,
      status: 'erased',
      person_id: null,
      proposed_person_id: null,
    });
    const entries = await db.reader.selectFrom('journal').selectAll().where('record_id', '=', id).execute();
    expect(entries.length).toBeGreaterThan(2);
    expect(JSON.stringify(entries)).not.toContain(personId);
    expect(await erase(id)).toEqual({ ok: false, reason: 'platform_refused_missing' });
  });
});

describe('an erasure is refused', () => {
  it('for the last who administers the network', async () => {
    const last = await db.reader
      .selectFrom('accounts')
      .select('id')
      .where('personal_email', '=', 'another@example.org')
      .executeTakeFirstOrThrow();
    expect(await erase(last.id)).toEqual({ ok: false, reason: 'network_erasure_last_administrator' });
    expect((await readAccount(db.reader, last.id))?.status).toBe('active');
  });

  it('for an account of the demonstration', async () => {
    const { id } = done(
      await createAccount(db, tester, {
        name: 'A role',
        email: 'demo@example.org',
        locale: 'fr',
        demonstration: true,
      }),
    );
    expect(await erase(id)).toEqual({ ok: false, reason: 'network_erasure_demonstration' });
  });
});
