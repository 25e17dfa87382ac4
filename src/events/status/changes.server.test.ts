import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import type { Role, Scope } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { changesOf } from '#platform/journal/history.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { createItem } from '../programme/changes.server.ts';
import {
  administrator,
  coordinator,
  facilitatorOf,
  holding,
  inFrench,
} from '../../../tests/support/workshops.ts';
import { organisationNamed, organises, workshopNamed } from '../../../tests/support/workshops.ts';
import { changeStatus } from './changes.server.ts';
import { workshopNotices } from './reactions.server.ts';
import type { StatusInput } from './schema.ts';

let db: TestDatabase;
let id: string;
let organisation: string;
beforeEach(async () => {
  db = await openTestDatabase();
  id = await workshopNamed(db, 'one');
  organisation = await organisationNamed(db, 'host');
  await organises(db, organisation, id);
});
afterEach(() => db.close());

const row = () =>
  db.reader.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
/** Moves the workshop from the version that stands. */
const move = async (
  to: StatusInput['to'],
  more: Partial<StatusInput> = {},
  actor = facilitatorOf(id),
  at = before,
) => changeStatus(db, actor, { id, version: (await row()).version, to, ...more }, () => at);
/** Instants before, during and after the meeting's days. */
const before = new Date('2027-03-01T12:00:00Z');
const during = new Date('2027-03-10T12:00:00Z');
const after = new Date('2027-03-20T12:00:00Z');
const reason = { reason: 'تعذر توفير القاعة', language: 'ar' } as const;
const life = async () => {
  const { status, starts_on, ends_on, reason, reason_language, former_starts_on, former_ends_on } =
    await row();
  return { status, starts_on, ends_on, reason, reason_language, former_starts_on, former_ends_on };
};

describe('a status', () => {
  it('goes from draft to results, each step in the journal', async () => {
    for (const [to, at] of [
      ['announced', before],
      ['open', before],
      ['running', during],
      ['closed', after],
      ['published', after],
    ] as const)
      expect(await move(to, {}, facilitatorOf(id), at)).toMatchObject({ ok: true, status: to });
    const steps = (await changesOf(db.reader, id)).map(({ after }) => after?.['status']);
    expect(steps).toEqual(['published', 'closed', 'running', 'open', 'announced', 'draft']);
  });

  it('is changed by who edits the workshop, and by nobody else', async () => {
    const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
    const elsewhere = await workshopNamed(db, 'other');
    const organiser = holding({ role: 'focal-point', scope: 'organisation', on: organisation });
    for (const actor of [
      holding(),
      facilitatorOf(elsewhere),
      holding({ role: 'rapporteur', scope: 'workshop', on: id }),
      holding({ role: 'coordinator', scope: 'territory', on: newId() }),
    ])
      expect(await move('announced', {}, actor)).toEqual(refusal);
    expect((await row()).status).toBe('draft');
    expect(await move('announced', {}, organiser)).toMatchObject({ ok: true });
  });

  it('is refused where the way is none, or the page has moved on', async () => {
    expect(await move('closed')).toEqual({ ok: false, reason: 'events_refused_status', field: 'to' });
    expect(await changeStatus(db, administrator, { id, version: 7, to: 'announced' })).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    expect(await changeStatus(db, administrator, { id: newId(), version: 1, to: 'announced' })).toEqual({
      ok: false,
      reason: 'platform_refused_missing',
    });
  });

  it('says nothing of a meeting to come that only a past one can be', async () => {
    const refusal = { ok: false, reason: 'events_refused_to_come', field: 'to' };
    expect(await move('published')).toEqual(refusal);
    await move('announced');
    for (const to of ['running', 'closed'] as const) expect(await move(to)).toEqual(refusal);
    expect((await row()).status).toBe('announced');
    expect(await move('running', {}, facilitatorOf(id), during)).toMatchObject({ ok: true });
  });

  it('is not announced again once its results are out, unless they came out too early', async () => {
    await move('published', {}, facilitatorOf(id), after);
    expect(await move('announced', {}, facilitatorOf(id), after)).toEqual({
      ok: false,
      reason: 'events_refused_status',
      field: 'to',
    });
    expect(await move('announced')).toMatchObject({ ok: true });
  });

  it('stays a draft while nobody organises, whatever is untranslated', async () => {
    const alone = await workshopNamed(db, 'alone');
    const announce = () => changeStatus(db, administrator, { id: alone, version: 1, to: 'announced' });
    expect(await announce()).toEqual({ ok: false, reason: 'events_missing_organiser', field: 'organiser' });
    await organises(db, organisation, alone);
    expect(await announce()).toMatchObject({ ok: true });
  });

  it('is withdrawn by the network’s coordination only', async () => {
    await move('announced');
    expect(await move('draft')).toEqual({ ok: false, reason: 'platform_refused_not_allowed' });
    expect(await move('draft', {}, coordinator)).toMatchObject({ ok: true, status: 'draft' });
  });
});

describe('putting off', () => {
  const itemOn = async (anchor: string, day: string) =>
    done(
      await createItem(db, administrator, {
        workshopId: id,
        anchor,
        position: 1,
        kind: 'session',
        title: inFrench(anchor),
        day,
      }),
    );
  const days = async () =>
    (await db.reader.selectFrom('programme_items').select(['anchor', 'day']).orderBy('anchor').execute()).map(
      ({ anchor, day }) => [anchor, day],
    );

  it('asks for a reason and its language, and for both days or none', async () => {
    await move('announced');
    const required = (field: string) => ({ ok: false, reason: 'platform_problem_required', field });
    expect(await move('postponed')).toEqual(required('reason'));
    expect(await move('postponed', { reason: ' ', language: 'fr' })).toEqual(required('reason'));
    expect(await move('postponed', { reason: 'x' })).toEqual(required('language'));
    expect(await move('postponed', { ...reason, startsOn: '2027-05-01' })).toEqual(required('endsOn'));
    expect(await move('postponed', { ...reason, endsOn: '2027-05-01' })).toEqual(required('startsOn'));
    expect(await move('postponed', { ...reason, startsOn: '2027-05-02', endsOn: '2027-05-01' })).toEqual({
      ok: false,
      reason: 'platform_problem_end_before_start',
      field: 'endsOn',
    });
    expect((await row()).status).toBe('announced');
  });

  it('to other days keeps it announced, moves the programme and says from when', async () => {
    await itemOn('a', '2027-03-10');
    await itemOn('b', '2027-03-11');
    await move('open');
    expect(
      await move('postponed', { ...reason, startsOn: '2027-05-01', endsOn: '2027-05-01' }),
    ).toMatchObject({ ok: true, status: 'open' });
    expect(await life()).toEqual({
      status: 'open',
      starts_on: '2027-05-01',
      ends_on: '2027-05-01',
      reason: reason.reason,
      reason_language: 'ar',
      former_starts_on: '2027-03-10',
      former_ends_on: '2027-03-11',
    });
    expect(await days()).toEqual([
      ['a', '2027-05-01'],
      ['b', null],
    ]);
    await move('postponed', { ...reason, startsOn: '2027-06', endsOn: '2027-06' });
    expect(await life()).toMatchObject({ starts_on: '2027-06', former_starts_on: '2027-03-10' });
    expect(await days()).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('to days to come ends in new ones, or in the days planned', async () => {
    await move('open');
    expect(await move('postponed', reason)).toMatchObject({ ok: true, status: 'postponed' });
    expect(await life()).toMatchObject({ starts_on: '2027-03-10', former_starts_on: '2027-03-10' });
    // It was open, not announced: there is nothing to go back to under that name.
    expect(await move('announced')).toEqual({ ok: false, reason: 'events_refused_status', field: 'to' });
    expect(await move('open')).toMatchObject({ ok: true, status: 'open' });
    expect(await life()).toMatchObject({ reason: null, former_starts_on: null });
    await move('postponed', reason);
    await move('postponed', { ...reason, startsOn: '2027-09-01', endsOn: '2027-09-02' });
    expect(await life()).toMatchObject({
      status: 'open',
      starts_on: '2027-09-01',
      former_starts_on: '2027-03-10',
    });
  });

  it('takes days with no other step', async () => {
    expect(await move('announced', { startsOn: '2027-09-01', endsOn: '2027-09-02' })).toEqual({
      ok: false,
      reason: 'events_refused_status',
      field: 'startsOn',
    });
  });
});

describe('calling off', () => {
  it('says why, and is undone to exactly what stood', async () => {
    await move('announced');
    await move('postponed', { ...reason, startsOn: '2027-05-01', endsOn: '2027-05-02' });
    const before = await life();
    expect(await move('cancelled')).toMatchObject({ ok: false, field: 'reason' });
    expect(await move('cancelled', { reason: 'Faute de moyens', language: 'fr' })).toMatchObject({
      ok: true,
    });
    expect(await life()).toEqual({
      ...before,
      status: 'cancelled',
      reason: 'Faute de moyens',
      reason_language: 'fr',
    });
    expect(await move('running')).toEqual({ ok: false, reason: 'events_refused_status', field: 'to' });
    expect(await move('announced')).toMatchObject({ ok: true, status: 'announced' });
    expect(await life()).toEqual(before);
  });
});

describe('what becomes of a workshop', () => {
  const publicUrl = 'https://network.example';
  let day = 3;
  const told = async () => {
    const clock = () => new Date(`2030-01-${String((day += 1)).padStart(2, '0')}T12:00:00Z`);
    const secrets = openSecrets(db.location.dataFolder);
    await tellDue(db, { writers: workshopNotices, publicUrl, secrets, clock });
    const rows = await db.reader.selectFrom('mail_messages').select(['to_address', 'text']).execute();
    await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
    return rows.map(({ to_address, text }) => {
      const lines = text.split('\n').filter((line) => /«/.test(line));
      return [
        to_address.split('@')[0]!,
        ...lines.map((line) => line.replaceAll(/[\u00A0\u202F\u200F]/g, ' ').trim()),
      ];
    });
  };
  const holder = async (
    name: string,
    role: { role: Role; scope: Scope; on: string },
    locale: 'fr' | 'ar',
  ) => {
    const input = { name, email: `${name}@region.example`, locale };
    const { id: accountId } = done(await createAccount(db, administrator, input));
    await db.transaction((tx) =>
      tx.updateTable('accounts').set({ notices: 'daily' }).where('id', '=', accountId).execute(),
    );
    done(await giveRole(db, administrator, { accountId, ...role }));
    return accountId;
  };

  it('is told to those who have a role in it or in a session, and not to who did it', async () => {
    const session = done(
      await createItem(db, facilitatorOf(id), {
        workshopId: id,
        anchor: 'a',
        position: 1,
        kind: 'session',
        title: inFrench('A'),
      }),
    ).id;
    await holder('facilitator', { role: 'facilitator', scope: 'workshop', on: id }, 'fr');
    await holder('rapporteur', { role: 'rapporteur', scope: 'session', on: session }, 'ar');
    await holder(
      'elsewhere',
      { role: 'reader', scope: 'workshop', on: await workshopNamed(db, 'other') },
      'fr',
    );
    const self = await holder('self', { role: 'facilitator', scope: 'workshop', on: id }, 'fr');
    await db.transaction((tx) => tx.deleteFrom('notices').execute());
    const actor = { ...facilitatorOf(id), id: self };

    done(await move('announced', {}, actor));
    expect(await told()).toEqual([
      ['facilitator', '« one » est maintenant public.'],
      ['rapporteur', 'أصبح لقاء «one» منشورا للعموم.'],
    ]);
    done(await move('postponed', reason, actor));
    expect(await told()).toEqual([
      ['facilitator', '« one » est reporté ; les nouvelles dates viendront.'],
      ['rapporteur', 'أُجّل لقاء «one»، وستحدد مواعيده الجديدة لاحقا.'],
    ]);
    // Moved twice, then called off: what no longer holds is not told.
    done(await move('postponed', { ...reason, startsOn: '2031-02-01', endsOn: '2031-02-02' }, actor));
    done(await move('postponed', { ...reason, startsOn: '2031-03-01', endsOn: '2031-03-02' }, actor));
    done(await move('cancelled', reason, actor));
    expect(await told()).toEqual([
      ['facilitator', '« one » est annulé.'],
      ['rapporteur', 'أُلغي لقاء «one».'],
    ]);
    expect(await told()).toEqual([]);
  });
});
