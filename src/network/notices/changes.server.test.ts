import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Role } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { acceptInvitation } from '../acceptances/changes.server.ts';
import { changeAccountStanding, createAccount } from '../accounts/changes.server.ts';
import { readAccount, readVisitor } from '../accounts/queries.server.ts';
import { giveRole, takeRole } from '../grants/changes.server.ts';
import { grantNotices } from '../grants/reactions.server.ts';
import { createInvitation } from '../invitations/changes.server.ts';
import { invitationNotices } from '../invitations/reactions.server.ts';
import { declineMembership, requestMembership } from '../memberships/changes.server.ts';
import { listOpenMemberships } from '../memberships/queries.server.ts';
import { membershipNotices } from '../memberships/reactions.server.ts';
import { createOrganisation } from '../organisations/changes.server.ts';
import { personOf } from '../personal-data/queries.server.ts';
import { changeProfile } from '../profiles/changes.server.ts';
import type { NoticeRhythm } from '../accounts/model.ts';
import { changeRhythm, noticesExpiring, noticesHolder, notify, tellDue } from './changes.server.ts';
import { rhythmToken } from './queries.server.ts';

/* A month of a small network, hour by hour, with a clock of the test's own. */
const system = systemActor('test');
const publicUrl = 'https://network.example';
let now = new Date('2025-11-03T05:00:00Z');
const clock = () => now;
const at = (instant: string) => void (now = new Date(instant));

let db: TestDatabase;
let secrets: ReturnType<typeof openSecrets>;
let organisation: string;
const ids: Record<string, string> = {};
const writers = {
  ...membershipNotices,
  ...invitationNotices,
  ...grantNotices,
  told: async (_db: unknown, { about }: { about: Readonly<Record<string, string>> }) =>
    about['gone'] ? null : { text: `Told of ${about['what']}`, address: '/my-work' },
};
const tell = () => tellDue(db, { writers, publicUrl, secrets, clock });

async function account(name: string, notices: NoticeRhythm, locale: 'fr' | 'ar', role?: Role) {
  const input = { name, email: `${name}@region.example`, locale };
  const id = (ids[name] = done(await createAccount(db, system, input)).id);
  done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale, notices }));
  const scope = role === 'focal-point' ? 'organisation' : 'network';
  const on = role === 'focal-point' ? organisation : 'network';
  if (role) done(await giveRole(db, system, { accountId: id, role, scope, on }));
}

beforeAll(async () => {
  db = await openTestDatabase();
  secrets = openSecrets(db.location.dataFolder);
  const name = { fr: 'Conseil du Nord', ar: 'مجلس الشمال', original: 'fr' as const };
  const input = { slug: 'nord', type: 'regional-council', level: 'regional', name } as const;
  organisation = done(await createOrganisation(db, system, input)).id;
  await account('each', 'each', 'fr', 'coordinator');
  await account('daily', 'daily', 'ar', 'focal-point');
  await account('weekly', 'weekly', 'fr');
  await account('none', 'none', 'fr', 'coordinator');
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
});
afterAll(() => db.close());

const what = async (name: string, about: Record<string, string>, once?: string) =>
  db.transaction((tx) =>
    notify(
      tx,
      {
        account: ids[name]!,
        kind: 'told',
        record: { kind: 'organisations', id: organisation },
        about,
        once: once ?? about['what']!,
      },
      clock,
    ),
  );
/** The letters written since they were last asked for. */
let seen = new Set<string>();
async function letters(): Promise<
  { to: string; subject: string; text: string; html: string; locale: string }[]
> {
  const rows = await db.reader
    .selectFrom('mail_messages')
    .selectAll()
    .where('purpose', '=', 'notices')
    .orderBy('id')
    .execute();
  const fresh = rows.filter(({ id }) => !seen.has(id));
  seen = new Set(rows.map(({ id }) => id));
  return fresh.map(({ to_address, subject, text, html, locale }) => ({
    to: to_address.split('@')[0]!,
    subject,
    text,
    html,
    locale,
  }));
}

describe('a month of notices', () => {
  it('reaches each account in its own rhythm, and never twice', async () => {
    const told: string[] = [];
    const happens: Record<string, string> = {
      '2025-11-03T08': 'one',
      '2025-11-05T12': 'two',
      '2025-11-10T05': 'three',
      '2025-11-19T20': 'four',
    };
    for (
      let hour = Date.parse('2025-11-03T05:00:00Z');
      hour < Date.parse('2025-12-03T00:00:00Z');
      hour += 3_600_000
    ) {
      now = new Date(hour);
      const word = happens[now.toISOString().slice(0, 13)];
      if (word)
        for (const name of ['each', 'daily', 'weekly', 'none'])
          for (let again = 0; again < 2; again += 1) await what(name, { what: word });
      // Twice in the same hour, and by two processes at once.
      await Promise.all([tell(), tell()]);
      for (const { to, text } of await letters())
        told.push(
          `${now.toISOString().slice(5, 13)} ${to}: ${[...text.matchAll(/Told of (\w+)/g)].map(([, one]) => one)}`,
        );
    }
    expect(told).toEqual([
      '11-03T08 each: one',
      '11-04T06 daily: one',
      '11-05T12 each: two',
      '11-06T06 daily: two',
      '11-10T05 each: three',
      '11-10T06 daily: three',
      '11-10T06 weekly: one,two,three',
      '11-19T20 each: four',
      '11-20T06 daily: four',
      '11-24T06 weekly: four',
    ]);
    const left = await db.reader.selectFrom('notices').select('id').where('settled_at', 'is', null).execute();
    expect(left).toEqual([]);
  });

  it('keeps what has nothing to tell any more out of the letter, and one sentence once', async () => {
    at('2025-12-03T10:00:00Z');
    await what('daily', { what: 'a', gone: 'yes' });
    await what('daily', { what: 'b' }, 'first');
    await what('daily', { what: 'b' }, 'second');
    await what('daily', { what: 'c' });
    at('2025-12-04T06:00:00Z');
    expect(await tell()).toBe(1);
    const [letter] = await letters();
    expect(letter!.text.match(/Told of \w/g)).toEqual(['Told of b', 'Told of c']);
    expect(letter).toMatchObject({ to: 'daily', locale: 'ar', subject: 'مستجدات في شبكة اندماج (2)' });
    expect(letter!.html).toContain('<html lang="ar" dir="rtl">');
    expect(letter!.text).toContain(`${publicUrl}/ar/my-work`);
  });

  it('waits for no transaction that fails', async () => {
    await expect(
      db.transaction(async (tx) => {
        const record = { kind: 'organisations', id: organisation } as const;
        await notify(tx, { account: ids['each']!, kind: 'told', record, about: { what: 'lost' } }, clock);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await tell()).toBe(0);
  });

  it('tells nobody of what they did themselves, and no program', async () => {
    const record = { kind: 'organisations', id: organisation } as const;
    await db.transaction(async (tx) => {
      await notify(tx, { account: ids['each']!, by: ids['each']!, kind: 'told', record }, clock);
      await notify(tx, { account: 'system:test', kind: 'told', record }, clock);
    });
    expect(await tell()).toBe(0);
  });

  it('tells a suspended account nothing, then or later', async () => {
    await what('weekly', { what: 'suspended' });
    const stand = async (status: 'active' | 'suspended') => {
      const { version } = (await readAccount(db.reader, ids['weekly']!))!;
      done(await changeAccountStanding(db, system, { id: ids['weekly']!, version, status }));
    };
    await stand('suspended');
    at('2025-12-09T10:00:00Z');
    expect(await tell()).toBe(0);
    await stand('active');
    expect(await tell()).toBe(0);
  });
});

describe('the link of a letter', () => {
  const token = (name: string) => rhythmToken(secrets, ids[name]!);
  const rhythm = async (name: string) => (await readAccount(db.reader, ids[name]!))!.notices;

  it('stands in the letter, its header, and leads where the rhythm is changed', async () => {
    await what('each', { what: 'link' });
    await tell();
    const [letter] = await letters();
    const href = `${publicUrl}/fr/notices?${new URLSearchParams({ token: token('each') })}`;
    expect(letter!.text).toContain(href);
    const row = await db.reader
      .selectFrom('mail_messages')
      .select('unsubscribe_href')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(row).toEqual({ unsubscribe_href: href });
  });

  it('stops what waits as well', async () => {
    await what('daily', { what: 'unwanted' });
    done(await changeRhythm(db, secrets, { token: token('daily'), notices: 'none' }));
    expect(await rhythm('daily')).toBe('none');
    at('2025-12-11T10:00:00Z');
    expect(await tell()).toBe(0);
    done(await changeRhythm(db, secrets, { token: token('daily'), notices: 'daily' }));
    expect(await tell()).toBe(0);
  });

  it.each([
    ['another account’s signature', () => `${ids['each']}.${token('daily').split('.')[1]}`],
    ['no signature', () => ids['each']!],
    ['nothing', () => ''],
  ])('opens nothing with %s', async (_, forged) => {
    const outcome = await changeRhythm(db, secrets, { token: forged(), notices: 'none' });
    expect(outcome).toMatchObject({ ok: false, reason: 'platform_refused_not_allowed' });
    expect(await rhythm('each')).toBe('each');
  });
});

describe('what moves in the network', () => {
  const texts = async () => {
    await tell();
    return (await letters()).map(({ to, subject }) => `${to}: ${subject}`);
  };

  it('a request tells whoever decides it, until somebody has', async () => {
    at('2025-12-12T09:00:00Z');
    const message = { locale: 'fr', message: 'Bonjour' } as const;
    const ask = (name: string) =>
      requestMembership(
        db,
        { ...message, name, email: `${name}@other.example`, organisationId: organisation },
        clock,
      );
    done(await ask('Demande'));
    done(await ask('Demande'));
    expect(await texts()).toEqual(['each: Demande demande à rejoindre le réseau.']);
    done(await ask('Seconde'));
    expect(await texts()).toEqual(['each: Seconde demande à rejoindre le réseau.']);
    for (const { id, personal_name } of await listOpenMemberships(db.reader, system))
      if (personal_name === 'Seconde')
        done(await declineMembership(db, system, { id, reason: 'Non' }, clock));
    at('2025-12-13T07:00:00Z');
    expect(await texts()).toEqual(['daily: يطلب Demande الانضمام إلى الشبكة.']);
  });

  it('an invitation that is accepted tells whoever sent it', async () => {
    const { actor } = (await readVisitor(db.reader, ids['each']!))!;
    const invited = { name: 'Invitée', email: 'invitee@other.example', locale: 'fr' } as const;
    const role = { role: 'member', scope: 'organisation', on: organisation } as const;
    const { href } = done(
      await createInvitation(db, actor, { ...invited, ...role }, { clock, publicUrl, place: '' }),
    );
    const token = new URL(href).searchParams.get('token')!;
    done(await acceptInvitation({ db, clock }, null, { token }));
    expect(await texts()).toEqual([
      'each: Invitée a accepté votre invitation\u00a0: Membre · Conseil du Nord.',
    ]);
  });

  it('a role tells whom it is given to or taken from, and only how it stands', async () => {
    const given = {
      accountId: ids['each']!,
      role: 'reader',
      scope: 'organisation',
      on: organisation,
    } as const;
    const { id } = done(await giveRole(db, system, given, clock));
    at('2026-01-01T09:00:00Z');
    expect(await texts()).toEqual(['each: Un rôle vous est donné\u00a0: Lecture · Conseil du Nord.']);
    done(await takeRole(db, system, { id }, clock));
    expect(await texts()).toEqual(['each: Un rôle vous est retiré\u00a0: Lecture · Conseil du Nord.']);
    done(await takeRole(db, system, { id: done(await giveRole(db, system, given, clock)).id }, clock));
    expect(await texts()).toEqual(['each: Un rôle vous est retiré\u00a0: Lecture · Conseil du Nord.']);
  });
});

describe('a notice that can’t be worded', () => {
  it('waits, and keeps no other account waiting', async () => {
    const record = { kind: 'organisations', id: organisation } as const;
    // The accounts are taken in the order of their ids, which is the order in which they were made.
    await db.transaction((tx) => notify(tx, { account: ids['each']!, kind: 'unheard-of', record }, clock));
    await what('daily', { what: 'beside' });
    at('2026-01-03T09:00:00Z');
    await expect(tell()).rejects.toThrow('No writer of notices was given for unheard-of');
    expect((await letters()).map(({ to }) => to)).toEqual(['daily']);
    const waiting = db.reader.selectFrom('notices').select('id').where('kind', '=', 'unheard-of');
    expect(await waiting.where('settled_at', 'is', null).execute()).toHaveLength(1);
    await db.transaction((tx) => tx.deleteFrom('notices').where('kind', '=', 'unheard-of').execute());
  });
});

describe('what is kept of notices', () => {
  it('is given to the person, and erased with them', async () => {
    await what('weekly', { what: 'held' });
    const person = personOf((await readAccount(db.reader, ids['weekly']!))!);
    const [list] = await noticesHolder.export(db.reader, person);
    expect(list).toMatchObject({ name: 'notices' });
    expect(list!.rows.at(-1)).toMatchObject({ kind: 'told', record: organisation, sent: null });
    await db.transaction((tx) => noticesHolder.erase(tx, person, { actor: system, clock }));
    expect((await noticesHolder.export(db.reader, person))[0]!.rows).toEqual([]);
    expect(
      (await noticesHolder.export(db.reader, { ...person, accountId: ids['each']! }))[0]!.rows.length,
    ).toBeGreaterThan(4);
  });

  it('goes ninety days after it was told, and what waits stays', async () => {
    await what('weekly', { what: 'waits' });
    const count = async () => (await db.reader.selectFrom('notices').select('id').execute()).length;
    const before = await count();
    at('2026-03-12T00:00:00Z');
    expect(await noticesExpiring.purge(db, clock)).toBeGreaterThan(0);
    expect(await count()).toBeLessThan(before);
    at('2026-12-01T00:00:00Z');
    await noticesExpiring.purge(db, clock);
    expect(await count()).toBe(1);
  });
});
