import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declareAbsence } from '#network/absences/changes.server.ts';
import { changeAccountStanding, createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { noticesExpiring, tellDue } from '#network/notices/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { dayOf, stageOn } from '#platform/clock/due.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import {
  administrator,
  facilitatorOf,
  holding,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { createAction, remindOwners, settleAction, updateAction } from './changes.server.ts';
import type { ActionInput } from './schema.ts';
import { actionDuties, listOwnedAmong, listOwners, readSettled } from './queries.server.ts';
import { actionNotices } from './reactions.server.ts';

let db: TestDatabase;
let workshopId: string;
let organisation: string;
let person: string;
let now = new Date('2027-03-12T08:00:00Z');
const clock = () => now;
const accounts: Record<string, string> = {};

async function account(name: string, notices: 'each' | 'weekly', locale: 'fr' | 'ar' = 'fr') {
  const input = { name, email: `${name}@region.example`, locale };
  const id = (accounts[name] = done(await createAccount(db, administrator, input)).id);
  done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale, notices }));
  return id;
}

beforeAll(async () => {
  db = await openTestDatabase();
  workshopId = await workshopNamed(db, 'actions', { status: 'closed' });
  organisation = await organisationNamed(db, 'owner');
  person = done(await createPerson(db, administrator, { slug: 'owner', name: inFrench('Personne') })).id;
  const [point, own, twice] = [
    await account('point', 'each'),
    await account('person', 'weekly', 'ar'),
    await account('both', 'each'),
  ];
  await account('member', 'each');
  const held = { scope: 'organisation', on: organisation } as const;
  for (const accountId of [point, twice])
    done(await giveRole(db, administrator, { accountId, role: 'focal-point', ...held }));
  done(await giveRole(db, administrator, { accountId: accounts['member']!, role: 'member', ...held }));
  await db.transaction(async (tx) => {
    for (const id of [own, twice])
      await updateRecord(tx, administrator, 'accounts', id, { person_id: person });
    await tx.deleteFrom('notices').execute();
  });
});
afterAll(() => db.close());

const action = async (text: string, values: Partial<ActionInput> = {}) =>
  done(await createAction(db, administrator, { workshopId, kind: 'action', text: inFrench(text), ...values }))
    .id;
const actorOf = async (name: string): Promise<Actor> =>
  (await readVisitor(db.reader, accounts[name]!))!.actor;
const row = async (id: string) =>
  db.reader.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const settle = async (actor: Actor, id: string, values: object) =>
  settleAction(db, actor, { id, version: (await row(id)).version, ...values } as never, clock);

describe('a year of reminders', () => {
  it('tells owners before the day, on it and once it is late, and never twice', async () => {
    const ids = {
      organisation: await action('Par l’organisation', { organisationId: organisation, dueOn: '2027-06-15' }),
      person: await action('Par la personne', { personId: person, dueOn: '2027-09-01' }),
      both: await action('Par les deux', {
        organisationId: organisation,
        personId: person,
        dueOn: '2027-12-01',
      }),
      done: await action('Faite à temps', { organisationId: organisation, dueOn: '2027-07-10' }),
      moved: await action('Reportée', { organisationId: organisation, dueOn: '2027-08-10' }),
      undated: await action('Sans date', { organisationId: organisation }),
      nobody: await action('Sans porteur', { owner: 'Un service', dueOn: '2027-06-15' }),
    };
    const secrets = openSecrets(db.location.dataFolder);
    const telling = { writers: actionNotices, publicUrl: 'https://network.example', secrets, clock };
    const told: string[] = [];
    let seen = new Set<string>();
    for (
      let hour = Date.parse('2027-03-12T08:00:00Z');
      hour < Date.parse('2028-03-12T08:00:00Z');
      hour += 86_400_000
    ) {
      now = new Date(hour);
      const day = now.toISOString().slice(0, 10);
      if (day === '2027-07-09') done(await settle(administrator, ids.done, { status: 'done' }));
      if (day === '2027-08-12')
        done(
          await updateAction(db, administrator, {
            id: ids.moved,
            version: 1,
            kind: 'action',
            text: inFrench('Reportée'),
            organisationId: organisation,
            dueOn: '2027-10-10',
          }),
        );
      if (day === '2027-10-13')
        done(await settle(administrator, ids.moved, { status: 'dropped', reason: 'Sans objet' }));
      // Twice a day, and by two processes at once.
      await Promise.all([remindOwners(db, clock), remindOwners(db, clock)]);
      await remindOwners(db, clock);
      await tellDue(db, telling);
      await noticesExpiring.purge(db, clock);
      const letters = await db.reader
        .selectFrom('mail_messages')
        .select(['id', 'to_address', 'text'])
        .where('purpose', '=', 'notices')
        .orderBy('id')
        .execute();
      for (const { id, to_address, text } of letters)
        if (!seen.has(id)) {
          const lines = text
            .split('\n')
            .filter((one) => /: (Par|Faite|Reportée|Sans)/.test(one.replaceAll('\u00A0', ' ')));
          told.push(`${day.slice(5)} ${to_address.split('@')[0]} ${lines.length}`);
        }
      seen = new Set(letters.map(({ id }) => id));
    }
    const each = (day: string) => [`${day} both 1`, `${day} point 1`];
    expect(told.map((one) => one).toSorted()).toEqual(
      [
        // Of the organisation: the focal points, before, on the day, and a week after.
        ...['06-08', '06-15', '06-22'].flatMap(each),
        // Done the day before: told of once.
        ...each('07-03'),
        // Moved two days after its day, then dropped.
        ...['08-03', '08-10', '10-03', '10-10'].flatMap(each),
        // Of the person: at once for one account, on Mondays for the other.
        ...['08-25', '09-01', '09-08'].map((day) => `${day} both 1`),
        ...['08-30', '09-06', '09-13'].map((day) => `${day} person 1`),
        // Of both: nobody is told twice who is both.
        ...['11-24', '12-01', '12-08'].flatMap(each),
        ...['11-29', '12-06', '12-13'].map((day) => `${day} person 1`),
      ].toSorted(),
    );
    expect(ids.undated).not.toBe(ids.nobody);
  });

  it.each([
    ['2027-06-07', null],
    ['2027-06-08', 'soon'],
    ['2027-06-14', 'soon'],
    ['2027-06-15', 'due'],
    ['2027-06-21', 'due'],
    ['2027-06-22', 'late'],
    ['2027-08-13', 'late'],
    ['2027-08-14', null],
  ] as const)('on %s stands at %s', (today, stage) => {
    expect(stageOn('2027-06-15', today)).toBe(stage);
  });
});

describe('an action', () => {
  it('is owed by its owners until it is settled', async () => {
    const id = await action('Due', { organisationId: organisation, personId: person, dueOn: '2029-01-01' });
    const owes = async (name: string) =>
      (await actionDuties(db.reader, await actorOf(name))).filter(({ href }) => href === `/actions/${id}`);
    for (const name of ['point', 'person', 'both'])
      expect(await owes(name)).toMatchObject([{ kind: 'action', at: '2029-01-01', about: { fr: 'Due' } }]);
    expect(await owes('member')).toEqual([]);
    expect(await actionDuties(db.reader, anonymous)).toEqual([]);
    done(await settle(await actorOf('person'), id, { status: 'done' }));
    expect(await owes('point')).toEqual([]);
  });

  it('is settled by who owns it or edits the workshop; dropped, with a reason', async () => {
    const id = await action('Réglée', { organisationId: organisation });
    const refused = { ok: false, reason: 'platform_refused_not_allowed' };
    const other = facilitatorOf(await workshopNamed(db, 'other'));
    for (const actor of [anonymous, holding(), other, await actorOf('member'), await actorOf('person')]) {
      expect(await settle(actor, id, { status: 'done' })).toEqual(refused);
      expect(await readSettled(db.reader, actor, id)).toBeUndefined();
    }
    const point = await actorOf('point');
    expect(await settle(point, id, { status: 'dropped' })).toMatchObject({
      reason: 'platform_problem_required',
      field: 'reason',
    });
    now = new Date('2028-05-01T08:00:00Z');
    done(await settle(point, id, { status: 'dropped', reason: 'بلا موضوع', language: 'ar' }));
    expect(await row(id)).toMatchObject({
      status: 'dropped',
      reason: 'بلا موضوع',
      reason_language: 'ar',
      settled_on: '2028-05-01',
    });
    done(await settle(facilitatorOf(workshopId), id, { status: 'open', reason: 'Ignoré' }));
    expect(await row(id)).toMatchObject({
      status: 'open',
      reason: null,
      reason_language: null,
      settled_on: null,
    });
    expect(await settleAction(db, point, { id, version: 1, status: 'done' }, clock)).toMatchObject({
      reason: 'platform_refused_stale',
    });
    const text = inFrench('Autre');
    expect(await updateAction(db, point, { id, version: 3, kind: 'action', text })).toEqual(refused);
  });

  it('passes to who stands in for its person for those days, but what is of another institution', async () => {
    now = new Date('2031-03-01T08:00:00Z');
    const away = {
      scope: 'organisation',
      on: organisation,
      from: '2031-03-10',
      until: '2031-03-12',
    } as const;
    const both = await actorOf('both');
    const absence = { ...away, standInId: accounts['member']! };
    done(await declareAbsence(db, both, absence, clock));
    const elsewhere = await organisationNamed(db, 'elsewhere');
    const ids = [
      await action('Propre', { personId: person, dueOn: '2031-03-11' }),
      await action('D’ici', { personId: person, organisationId: organisation, dueOn: '2031-03-11' }),
      await action('D’ailleurs', { personId: person, organisationId: elsewhere, dueOn: '2031-03-11' }),
    ];
    const owed = async (instant: string) => {
      now = new Date(instant);
      const { actor } = (await readVisitor(db.reader, accounts['member']!, clock))!;
      const duties = (await actionDuties(db.reader, actor)).map(({ href }) => href.split('/').at(-1));
      const owners = await Promise.all(
        ids.map(async (id) => listOwners(db.reader, await row(id), dayOf(now))),
      );
      return ids.map((id, at) => [duties.includes(id), owners[at]!.includes(accounts['member']!)]);
    };
    const nothing = ids.map(() => [false, false]);
    expect(await owed('2031-03-09T12:00:00Z')).toEqual(nothing);
    expect(await owed('2031-03-11T12:00:00Z')).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
    const { actor } = (await readVisitor(db.reader, accounts['member']!, clock))!;
    done(await settle(actor, ids[0]!, { status: 'done' }));
    expect(await settle(actor, ids[2]!, { status: 'done' })).toMatchObject({ ok: false });
    expect(await owed('2031-03-13T12:00:00Z')).toEqual(nothing);
    for (const id of ids) expect(await listOwnedAmong(db.reader, both, [id])).toHaveLength(1);
  });

  it('is no longer its owner’s once the account may not sign in', async () => {
    const id = await action('Suspendue', { personId: person, dueOn: '2030-01-01' });
    const { version } = (await readVisitor(db.reader, accounts['person']!))!.account;
    done(
      await changeAccountStanding(db, administrator, {
        id: accounts['person']!,
        version,
        status: 'suspended',
      }),
    );
    now = new Date('2030-01-01T08:00:00Z');
    await remindOwners(db, clock);
    const rows = await db.reader
      .selectFrom('notices')
      .select('account_id')
      .where('record_id', '=', id)
      .execute();
    expect(rows).toEqual([{ account_id: accounts['both'] }]);
  });
});
