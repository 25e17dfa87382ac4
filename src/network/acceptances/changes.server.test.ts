import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { hashOfToken } from '#platform/secrets/token.ts';
import { changeAccountStanding, createAccount } from '../accounts/changes.server.ts';
import { readAccountOf, readVisitor } from '../accounts/queries.server.ts';
import { giveRole, takeRole } from '../grants/changes.server.ts';
import { createInvitation, resendInvitation, withdrawInvitation } from '../invitations/changes.server.ts';
import { acceptInvitation } from './changes.server.ts';

const system = systemActor('test');
const worn = { ok: false, reason: 'network_invitation_worn' };
let db: TestDatabase;
let now: Date;
let number = 0;
let email: string;
const clock = () => now;
const sending = { clock, publicUrl: 'https://network.example', place: '' };
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(() => {
  now = new Date('2026-11-25T12:00:00Z');
  email = `person-${(number += 1)}@region.example`;
});

const asked = () => ({
  name: 'Une personne',
  email,
  locale: 'ar' as const,
  role: 'member' as const,
  scope: 'network' as const,
  on: 'network',
});
const tokenOf = (href: string) => new URL(href).searchParams.get('token') ?? '';
const invite = async (actor = system, more = {}) =>
  done(await createInvitation(db, actor, { ...asked(), ...more }, sending));
const accept = (href: string, accountId: string | null = null) =>
  acceptInvitation({ db, clock }, accountId, { token: tokenOf(href) });
const rolesOf = async (accountId: string) => (await readVisitor(db.reader, accountId))?.actor.grants;
const accountNamed = async (address: string) =>
  done(await createAccount(db, system, { name: 'Compte', email: address, locale: 'fr' })).id;

describe('an invitation', () => {
  it('goes out as a letter in the invitee’s language; the table holds no token', async () => {
    const { id, href } = await invite();
    const letter = await db.reader
      .selectFrom('mail_messages')
      .selectAll()
      .where('to_address', '=', email)
      .executeTakeFirstOrThrow();
    expect([letter.purpose, letter.locale, letter.expires_at]).toEqual([
      'invitation',
      'ar',
      '2026-12-09T12:00:00.000Z',
    ]);
    expect(href).toMatch(/^https:\/\/network\.example\/ar\/invitation\?token=[\w-]{43}$/);
    expect(letter.text).toContain(href);
    const row = await db.reader
      .selectFrom('invitations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.token_hash).toBe(hashOfToken(tokenOf(href)));
    const journal = await db.reader
      .selectFrom('journal')
      .select('after')
      .where('record_id', '=', id)
      .execute();
    expect(JSON.stringify([row.token_hash, journal])).not.toContain(tokenOf(href));
    expect(JSON.stringify(journal)).not.toContain(email);
  });

  it('makes an account with its role, once', async () => {
    const { href } = await invite();
    const { accountId } = done(await accept(href));
    const account = await readAccountOf(db.reader, email);
    expect(account).toMatchObject({ id: accountId, locale: 'ar', personal_name: 'Une personne' });
    expect(await rolesOf(accountId)).toEqual([{ role: 'member', scope: 'network', on: 'network' }]);
    expect(await accept(href)).toEqual(worn);
    expect(await accept(href, accountId)).toEqual(worn);
  });

  it('adds its role to the account that the address has, signed in and nobody else', async () => {
    const mine = await accountNamed(email);
    const other = await accountNamed(`other-${email}`);
    const { href } = await invite();
    const signIn = { ok: false, reason: 'network_invitation_sign_in' };
    expect(await accept(href)).toEqual(signIn);
    expect(await accept(href, other)).toEqual(signIn);
    expect(await rolesOf(mine)).toEqual([]);
    expect(done(await accept(href, mine)).accountId).toBe(mine);
    expect(await rolesOf(mine)).toHaveLength(1);
    expect(await rolesOf(other)).toEqual([]);
  });

  it('is accepted without its link by the account it is for, and by no other', async () => {
    const mine = await accountNamed(email);
    const other = await accountNamed(`other-${email}`);
    const { id } = await invite();
    expect(await acceptInvitation({ db, clock }, other, { id })).toEqual(worn);
    expect(await acceptInvitation({ db, clock }, null, { id })).toEqual(worn);
    expect(done(await acceptInvitation({ db, clock }, mine, { id })).accountId).toBe(mine);
    email = `nobody-${email}`;
    const { id: unknown } = await invite();
    expect(await acceptInvitation({ db, clock }, null, { id: unknown })).toEqual(worn);
  });

  it('is harmless where the role is held already', async () => {
    const mine = await accountNamed(email);
    done(await giveRole(db, system, { accountId: mine, role: 'member', scope: 'network', on: 'network' }));
    done(await accept((await invite()).href, mine));
    expect(await rolesOf(mine)).toHaveLength(1);
  });

  it('holds for fourteen days', async () => {
    const { href } = await invite();
    now = new Date('2026-12-09T12:00:00Z');
    expect(await accept(href)).toEqual(worn);
    now = new Date('2026-12-09T11:59:59Z');
    expect(await accept(href)).toMatchObject({ ok: true });
  });

  it('ends when it is withdrawn; sent again, only the latest link holds', async () => {
    const first = await invite();
    const again = done(await resendInvitation(db, system, { id: first.id }, sending));
    const third = await invite();
    expect([again.id, third.id]).toEqual([first.id, first.id]);
    expect([await accept(first.href), await accept(again.href)]).toEqual([worn, worn]);
    done(await withdrawInvitation(db, system, { id: first.id }));
    expect(await accept(third.href)).toEqual(worn);
    expect(await resendInvitation(db, system, { id: first.id }, sending)).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
  });

  it('holds only while who sent it may give the role', async () => {
    const coordinator = await accountNamed(`coordinator-${email}`);
    const role = { role: 'coordinator', scope: 'network', on: 'network' } as const;
    const { id } = done(await giveRole(db, system, { accountId: coordinator, ...role }));
    const { actor } = (await readVisitor(db.reader, coordinator))!;
    const { href } = await invite(actor);
    done(await takeRole(db, system, { id }));
    expect(await accept(href)).toEqual(worn);
    done(await giveRole(db, system, { accountId: coordinator, ...role }));
    const standing = { id: coordinator, version: 1, status: 'suspended' } as const;
    done(await changeAccountStanding(db, system, standing));
    expect(await accept(href)).toEqual(worn);
    done(await changeAccountStanding(db, system, { ...standing, version: 2, status: 'active' }));
    expect(await accept(href)).toMatchObject({ ok: true });
  });

  it('is refused to a role that does not fit, and on what is not there', async () => {
    const to = (more: object) => createInvitation(db, system, { ...asked(), ...more } as never, sending);
    expect(await to({ role: 'rapporteur' })).toEqual({
      ok: false,
      reason: 'network_problem_role_does_not_fit',
      field: 'on',
    });
    const nowhere = { scope: 'organisation', on: '01890000-0000-7000-8000-000000000000' };
    expect(await to(nowhere)).toEqual({ ok: false, reason: 'platform_refused_missing', field: 'on' });
    expect(await to({ email: 'no address' })).toMatchObject({ ok: false, field: 'email' });
  });
});
