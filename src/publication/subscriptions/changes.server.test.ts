import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { newId } from '#platform/records/uuid.ts';
import { createRecord, resolveAddress } from '#platform/records/records.server.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import {
  changeSubscription,
  confirmSubscription,
  subscribe,
  subscriptionsExpiring,
  subscriptionsHolder,
  unsubscribe,
} from './changes.server.ts';
import { countConcerned, listConcerned, reachOf, subscriptionToken } from './queries.server.ts';

let db: TestDatabase;
let folder: string;
let writing: Parameters<typeof subscribe>[2];
let now = new Date('2026-11-20T10:00:00Z');
let region: string;
let series: string;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemonstration(db);
  folder = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  writing = { clock: () => now, publicUrl: 'https://indimaj.example', secrets: openSecrets(folder) };
  region = (await resolveAddress(db.reader, 'territories', 'oriental'))!;
  series = (await db.reader.selectFrom('series').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  now = new Date('2026-11-20T10:00:00Z');
  await db.transaction(async (tx) => {
    await tx.deleteFrom('subscriptions').execute();
    await tx.deleteFrom('mail_messages').execute();
  });
});

const asked = { email: 'Lectrice@Region.example', locale: 'ar' as const, subject: 'all' };
const rows = () => db.reader.selectFrom('subscriptions').selectAll().orderBy('id').execute();
const letters = () => db.reader.selectFrom('mail_messages').selectAll().orderBy('id').execute();
const tokenIn = (text: string) => /token=([\w.%-]+)/.exec(text)![1]!;
const confirmed = async (input: Partial<typeof asked> = {}) => {
  expect(await subscribe(db, { ...asked, ...input }, writing)).toEqual({ ok: true });
  const token = tokenIn((await letters()).at(-1)!.text);
  expect(await confirmSubscription(db, writing.secrets, { token }, writing.clock)).toEqual({ ok: true });
  return token;
};

describe('subscribing', () => {
  it('asks the address first, in the language that was chosen, and writes to nobody before', async () => {
    await subscribe(db, asked, writing);
    const [row] = await rows();
    expect(row).toMatchObject({ personal_email: 'lectrice@region.example', confirmed_at: null });
    const [letter] = await letters();
    expect(letter).toMatchObject({
      to_address: 'lectrice@region.example',
      locale: 'ar',
      subject: 'تأكيد اشتراككم',
      expires_at: '2026-11-27T10:00:00.000Z',
    });
    expect(letter!.html).toContain('dir="rtl"');
    expect(await countConcerned(db.reader, { seriesId: null, territoryIds: [] })).toEqual({});
    const journalled = await db.reader
      .selectFrom('journal')
      .select('kind')
      .where('record_id', '=', row!.id)
      .execute();
    expect(journalled).toEqual([]);
  });

  it('is answered the same of an address that is subscribed, which is told itself and stays as it is', async () => {
    await confirmed();
    const again = await subscribe(db, { ...asked, locale: 'fr', subject: `series:${series}` }, writing);
    expect(again).toEqual({ ok: true });
    expect(await rows()).toMatchObject([{ locale: 'ar', topic: 'all' }]);
    expect((await letters()).map(({ subject }) => subject)).toEqual(['تأكيد اشتراككم', 'اشتراككم']);
  });

  it('says of a subject that is no longer there that it is gone, and not that all meetings are meant', async () => {
    for (const subject of [`series:${series}`, `territory:${region}`]) {
      await confirmed({ subject, locale: 'fr' as never });
      const gone = { series_id: newId(), territory_id: newId() };
      const [row] = await rows();
      const column = row!.topic === 'series' ? 'series_id' : 'territory_id';
      await db.transaction((tx) =>
        tx
          .updateTable('subscriptions')
          .set({ [column]: gone[column] })
          .execute(),
      );
      now = new Date(now.getTime() + 3_600_000);
      await subscribe(db, { ...asked, locale: 'fr' }, writing);
      const letter = (await letters()).at(-1)!;
      expect(letter.text).toContain('Un sujet qui n’existe plus');
      expect(letter.text).not.toContain('Toutes les rencontres');
      await db.transaction((tx) => tx.deleteFrom('subscriptions').execute());
    }
  });

  it('sends one letter in a while however often an address is typed, and keeps the last wish', async () => {
    for (const subject of ['all', `series:${series}`, `territory:${region}`])
      await subscribe(db, { ...asked, subject }, writing);
    expect(await letters()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ topic: 'territory', territory_id: region, series_id: null }]);
    now = new Date('2026-11-20T11:00:00Z');
    await subscribe(db, asked, writing);
    expect(await letters()).toHaveLength(2);
  });

  it.each([
    ['email', { email: 'a@b.example\r\nBcc: c@d.example' }],
    ['email', { email: `${'a'.repeat(300)}@b.example` }],
    ['email', { email: '"x" <a@b.example>' }],
    ['email', { email: 'nobody' }],
    ['subject', { subject: 'series:00000000-0000-7000-8000-000000000000' }],
    ['subject', { subject: 'everything' }],
    ['subject', { subject: `x`.repeat(500) }],
    ['locale', { locale: 'de' as never }],
  ])('refuses what is no %s, and writes nothing', async (field, wrong) => {
    const outcome = await subscribe(db, { ...asked, ...wrong }, writing);
    expect(outcome).toMatchObject({ ok: false });
    expect(String((outcome as { field?: string }).field)).toMatch(new RegExp(`^${field}`));
    expect([await rows(), await letters()]).toEqual([[], []]);
  });
});

describe('the link of a letter', () => {
  it('confirms, changes and ends one subscription, and nothing that was made up does', async () => {
    const token = await confirmed();
    const { secrets } = writing;
    const [row] = await rows();
    expect(row!.confirmed_at).toBe('2026-11-20T10:00:00.000Z');
    now = new Date('2026-11-21T10:00:00Z');
    await confirmSubscription(db, secrets, { token }, writing.clock);
    expect(await rows()).toEqual([row]);

    const wish = { locale: 'en' as const, subject: `territory:${region}` };
    expect(await changeSubscription(db, secrets, { token, ...wish })).toEqual({ ok: true });
    expect(await rows()).toMatchObject([{ locale: 'en', topic: 'territory', territory_id: region }]);

    const worn = { ok: false, reason: 'publication_subscription_worn' };
    const forged = `${row!.id}.${'A'.repeat(43)}`;
    expect(await confirmSubscription(db, secrets, { token: forged }, writing.clock)).toEqual(worn);
    expect(await changeSubscription(db, secrets, { token: forged, ...wish })).toEqual(worn);
    await unsubscribe(db, secrets, { token: forged });
    expect(await rows()).toHaveLength(1);

    expect(await unsubscribe(db, secrets, { token })).toEqual({ ok: true });
    expect(await unsubscribe(db, secrets, { token })).toEqual({ ok: true });
    expect(await rows()).toEqual([]);
  });

  it('is the same for who is written to', async () => {
    const token = await confirmed();
    const [row] = await rows();
    expect(decodeURIComponent(token)).toBe(subscriptionToken(writing.secrets, row!.id));
  });
});

describe('whom a workshop concerns', () => {
  it('are those of all, of its series and of its territories, who confirmed by then, page by page', async () => {
    for (const [name, subject] of [
      ['all', 'all'],
      ['series', `series:${series}`],
      ['region', `territory:${region}`],
    ] as const) {
      await confirmed({
        email: `${name}@a.example`,
        subject,
        locale: name === 'all' ? 'ar' : ('fr' as never),
      });
    }
    await subscribe(db, { ...asked, email: 'waiting@a.example' }, writing);
    const concerned = async (reach: Parameters<typeof listConcerned>[1], options = {}) =>
      (await listConcerned(db.reader, reach, { after: '', by: now.toISOString(), most: 10, ...options })).map(
        ({ personal_email }) => personal_email.split('@')[0],
      );
    expect(await concerned({ seriesId: null, territoryIds: [] })).toEqual(['all']);
    expect(await concerned({ seriesId: series, territoryIds: [] })).toEqual(['all', 'series']);
    const reach = { seriesId: series, territoryIds: [region] };
    expect(await concerned(reach)).toEqual(['all', 'series', 'region']);
    expect(await countConcerned(db.reader, reach)).toEqual({ ar: 1, fr: 2 });
    const first = (await rows())[0]!.id;
    expect(await concerned(reach, { after: first, most: 1 })).toEqual(['series']);
    expect(await concerned(reach, { by: '2026-11-20T09:59:59.000Z' })).toEqual([]);
  });
});

describe('a subscription to a territory that turned out to be another', () => {
  it('goes on with that one', async () => {
    await confirmed({ subject: `territory:${region}` });
    const keptId = (await resolveAddress(db.reader, 'territories', 'souss-massa'))!;
    await db.transaction((tx) =>
      createRecord(tx, systemActor('test'), 'merges', {
        kind: 'territories',
        kept_id: keptId,
        gone_id: region,
        gone: JSON.stringify({ id: region }),
        moved: '{}',
      }),
    );
    const workshop = { territory_id: null, series_id: null } as never;
    const { territoryIds } = await reachOf(db.reader, { workshop, territories: [{ id: keptId }] as never });
    expect(territoryIds.toSorted()).toEqual([region, keptId].toSorted());
    expect(await countConcerned(db.reader, { seriesId: null, territoryIds })).toEqual({ ar: 1 });
  });
});

describe('what is kept of a subscriber', () => {
  it('goes when nobody confirmed it in time', async () => {
    await subscribe(db, asked, writing);
    await confirmed({ email: 'stays@a.example' });
    const later = (days: number) => () => new Date(now.getTime() + days * 86_400_000);
    expect(await subscriptionsExpiring.purge(db, later(6))).toBe(0);
    expect(await subscriptionsExpiring.purge(db, later(7))).toBe(1);
    expect((await rows()).map(({ personal_email }) => personal_email)).toEqual(['stays@a.example']);
  });

  it('is given to who has an account with the address, and goes with it', async () => {
    await confirmed();
    const person = { accountId: 'x', name: 'Lectrice', address: 'lectrice@region.example' };
    const [list] = await subscriptionsHolder.export(db.reader, person);
    expect(list).toMatchObject({ name: 'subscriptions', rows: [{ email: person.address, language: 'ar' }] });
    await db.transaction((tx) => subscriptionsHolder.erase(tx, person, {} as never));
    expect(await rows()).toEqual([]);
  });
});
