import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createOrganisation } from '../organisations/changes.server.ts';
import { acceptMembership, declineMembership, requestMembership } from './changes.server.ts';
import { listDecidedMemberships, listOpenMemberships, membershipDuties } from './queries.server.ts';

const system = systemActor('test');
const clock = () => new Date('2026-11-25T12:00:00Z');
const sending = { clock, publicUrl: 'https://network.example' };
const notAllowed = { ok: false, reason: 'platform_refused_not_allowed' };
let db: TestDatabase;
let organisations: string[];
let focal: Actor;
beforeAll(async () => {
  db = await openTestDatabase();
  organisations = [];
  for (const slug of ['one', 'two']) {
    const name = { fr: `Organisation ${slug}`, ar: `مؤسسة ${slug}`, original: 'fr' as const };
    const input = { slug, type: 'other', level: 'local', name } as const;
    organisations.push(done(await createOrganisation(db, system, input)).id);
  }
  focal = { id: 'focal', grants: [{ role: 'focal-point', scope: 'organisation', on: organisations[0]! }] };
});
afterAll(() => db.close());

const ask = (name: string, organisationId?: string) =>
  requestMembership(
    db,
    { name, email: `${name}@region.example`, locale: 'ar', message: 'سلام', organisationId },
    clock,
  );
const openTo = async (actor: Actor) =>
  (await listOpenMemberships(db.reader, actor)).map(({ personal_name }) => personal_name);
const idOf = async (name: string) =>
  (await listOpenMemberships(db.reader, system)).find(({ personal_name }) => personal_name === name)!.id;
const letterTo = (name: string) =>
  db.reader
    .selectFrom('mail_messages')
    .select(['purpose', 'locale', 'text'])
    .where('to_address', '=', `${name}@region.example`)
    .execute();

describe('a request to join', () => {
  it('answers the same whether or not its author is known, and is written once', async () => {
    const first = await ask('known');
    expect([first, await ask('known'), await ask('known', organisations[0])]).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true })),
    );
    expect(await openTo(system)).toEqual(['known']);
    done(await declineMembership(db, system, { id: await idOf('known'), reason: 'x' }, clock));
  });

  it('is seen by those who decide it, and by nobody else', async () => {
    for (const [name, organisation] of [
      ['a', 0],
      ['b', 1],
      ['c', undefined],
    ] as const)
      done(await ask(name, organisation === undefined ? undefined : organisations[organisation]));
    expect(await openTo(system)).toEqual(['a', 'b', 'c']);
    expect(await openTo(focal)).toEqual(['a']);
    expect((await membershipDuties(db.reader, focal)).map(({ about }) => about)).toEqual(['a']);
    expect(await openTo({ id: 'x', grants: [] })).toEqual([]);
    const other = { id: await idOf('b') };
    expect(await acceptMembership(db, focal, other, sending)).toEqual(notAllowed);
    expect(await declineMembership(db, focal, { ...other, reason: 'non' }, clock)).toEqual(notAllowed);
  });

  it('accepted, invites its author as a member of the organisation, in their language', async () => {
    const id = await idOf('a');
    done(await acceptMembership(db, focal, { id }, sending));
    const [invitation] = await db.reader.selectFrom('invitations').selectAll().execute();
    expect(invitation).toMatchObject({
      role: 'member',
      scope: 'organisation',
      on_id: organisations[0],
      personal_email: 'a@region.example',
      invited_by: 'focal',
    });
    const [letter] = await letterTo('a');
    expect(letter).toMatchObject({ purpose: 'invitation', locale: 'ar' });
    expect(letter?.text).toContain('مؤسسة one');
    expect(await acceptMembership(db, focal, { id }, sending)).toEqual(notAllowed);
    expect((await listDecidedMemberships(db.reader, focal)).map(({ status }) => status)).toEqual([
      'accepted',
    ]);
  });

  it('that names no organisation is accepted once its place is said, never to the whole network by default', async () => {
    const id = await idOf('c');
    expect(await acceptMembership(db, system, { id }, sending)).toEqual({
      ok: false,
      reason: 'platform_problem_required',
      field: 'on',
    });
    expect(await openTo(system)).toEqual(['b', 'c']);
    done(await acceptMembership(db, system, { id, on: organisations[1]! }, sending));
    const rows = await db.reader.selectFrom('invitations').selectAll().orderBy('id').execute();
    expect(rows.at(-1)).toMatchObject({ role: 'member', scope: 'organisation', on_id: organisations[1] });
    done(await ask('d'));
    done(await acceptMembership(db, system, { id: await idOf('d'), on: 'network' }, sending));
    const [letter] = await letterTo('d');
    expect(letter?.purpose).toBe('invitation');
  });

  it('is not accepted to a place where the actor gives no role', async () => {
    done(await ask('e', organisations[0]));
    const id = await idOf('e');
    for (const on of ['network', organisations[1]!])
      expect(await acceptMembership(db, focal, { id, on }, sending)).toEqual(notAllowed);
    done(await acceptMembership(db, focal, { id }, sending));
  });

  it('declined, tells its author why', async () => {
    const id = await idOf('b');
    expect(await declineMembership(db, system, { id, reason: ' ' }, clock)).toMatchObject({
      ok: false,
      field: 'reason',
    });
    done(await declineMembership(db, system, { id, reason: 'هذا هو السبب' }, clock));
    const [letter] = await letterTo('b');
    expect(letter?.text).toContain('هذا هو السبب');
    expect(await openTo(system)).toEqual([]);
  });
});
