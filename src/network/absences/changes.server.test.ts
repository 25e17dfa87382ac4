import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { heldOn, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { twoRegions, type TwoRegions } from '../../../tests/support/two-regions.ts';
import { readVisitor } from '../accounts/queries.server.ts';
import { takeRole } from '../grants/changes.server.ts';
import { administrator } from '../../../tests/support/workshops.ts';
import { absencesExpiring, absencesHolder, declareAbsence, endAbsence } from './changes.server.ts';
import { listAbsences, listAbsencesAround } from './queries.server.ts';

let db: TestDatabase;
let w: TwoRegions;
let now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  now = new Date('2027-03-01T09:00:00Z');
  w = await twoRegions(db, clock);
});

const as = async (name: string): Promise<Actor> => (await readVisitor(db.reader, w.idOf(name), clock))!.actor;
const declare = async (by: string, more: object = {}) =>
  declareAbsence(
    db,
    await as(by),
    { scope: 'organisation', on: w.council, from: '2027-03-08', until: '2027-03-14', ...more } as never,
    clock,
  );
const speaks = async (name: string) =>
  heldOn(await as(name), 'organisation', ['alternate']).includes(w.council);

describe('an absence', () => {
  it('lets the stand-in act as the alternate during its days alone, by the capital’s calendar', async () => {
    now = new Date('2026-03-01T09:00:00Z');
    // Morocco's clock is put forward after Ramadan on 22 March 2026: the first day begins at UTC, the last ends before.
    const days = { from: '2026-03-20', until: '2026-03-22' };
    done(await declare('point', { ...days, standInId: w.idOf('validator') }));
    const at = async (instant: string) => {
      now = new Date(instant);
      return speaks('validator');
    };
    expect(await at('2026-03-19T23:59:59Z')).toBe(false);
    expect(await at('2026-03-20T00:00:00Z')).toBe(true);
    expect(await at('2026-03-22T22:59:59Z')).toBe(true);
    expect(await at('2026-03-22T23:00:00Z')).toBe(false);
  });

  it('passes neither the right to validate, nor a role held elsewhere, nor to hand over or to lend again', async () => {
    done(await declare('point', { standInId: w.idOf('deputy') }));
    now = new Date('2027-03-10T12:00:00Z');
    const deputy = await as('deputy');
    expect(heldOn(deputy, 'organisation', ['validator', 'focal-point'])).toEqual([]);
    expect(deputy.grants.map(({ on }) => on)).toEqual([w.council, w.council]);
    // What the deputy holds for somebody else does not reach who stands in for the deputy.
    done(
      await declare('deputy', { standInId: w.idOf('validator'), from: '2027-03-20', until: '2027-03-21' }),
    );
    now = new Date('2027-03-20T12:00:00Z');
    const validator = await as('validator');
    expect(validator.grants.filter(({ instead }) => instead).map(({ instead }) => instead)).toEqual([
      { account: w.idOf('deputy'), role: 'alternate' },
    ]);
    const lent = { scope: 'organisation', on: w.council, from: '2027-03-20', until: '2027-03-20' } as const;
    const again = await declareAbsence(db, validator, { ...lent, standInId: w.idOf('point') }, clock);
    expect(again).toMatchObject({ reason: 'platform_refused_not_allowed' });
  });

  it('ends with the role of either', async () => {
    done(await declare('point', { standInId: w.idOf('validator') }));
    now = new Date('2027-03-10T12:00:00Z');
    expect(await speaks('validator')).toBe(true);
    const grants = await db.reader
      .selectFrom('grants')
      .select(['id', 'role', 'account_id'])
      .where('on_id', '=', w.council)
      .execute();
    const own = grants.find(({ account_id }) => account_id === w.idOf('validator'))!;
    done(await takeRole(db, administrator, { id: own.id }, clock));
    expect(await speaks('validator')).toBe(false);
  });

  it('takes the alternate where nobody is named, and nobody who is away or of another institution', async () => {
    done(await declare('point'));
    const [absence] = await listAbsences(db.reader, w.idOf('point'));
    expect(absence!.stand_in_id).toBe(w.idOf('deputy'));
    expect(await declare('point')).toMatchObject({ reason: 'network_problem_absence_twice', field: 'from' });
    const later = { from: '2027-03-14', until: '2027-03-20' };
    expect(await declare('deputy', { ...later, standInId: w.idOf('point') })).toMatchObject({
      reason: 'network_problem_stand_in_away',
    });
    for (const standInId of [w.idOf('stranger'), w.idOf('deputy')])
      expect(await declare('deputy', { ...later, standInId })).toMatchObject({
        reason: 'network_problem_no_stand_in',
        field: 'standInId',
      });
  });

  it.each([
    [{ from: '2027-03-10', until: '2027-03-09' }, 'platform_problem_end_before_start'],
    [{ from: '2027-02-01', until: '2027-02-28' }, 'network_problem_absence_over'],
    [{ from: '2027-03-10', until: '2029-03-10' }, 'network_problem_absence_long'],
    [{ from: '2027-02-30' }, 'platform_problem_not_a_date'],
    [{ on: "' or 1=1 --" }, 'platform_problem_required'],
    [{ scope: 'network' }, 'platform_problem_not_a_choice'],
    [{ standInId: '../..' }, 'platform_problem_required'],
  ])('refuses %o', async (more, reason) => {
    expect(await declare('point', more)).toMatchObject({ ok: false, reason });
    expect(await listAbsences(db.reader, w.idOf('point'))).toEqual([]);
  });

  it('is declared by who speaks for the institution, and ended by nobody else', async () => {
    for (const other of ['validator', 'partner', 'stranger', 'regional', 'coordinator'])
      expect([other, await declare(other)]).toEqual([
        other,
        { ok: false, reason: 'platform_refused_not_allowed' },
      ]);
    const { id } = done(await declare('point'));
    for (const other of ['deputy', 'coordinator'])
      expect(await endAbsence(db, await as(other), { id, version: 1 }, clock)).toMatchObject({ ok: false });
    // Not begun, it is taken back; begun, whoever is back is back at once.
    done(await endAbsence(db, await as('point'), { id, version: 1 }, clock));
    expect(await listAbsences(db.reader, w.idOf('point'))).toEqual([]);
    const again = done(await declare('point'));
    now = new Date('2027-03-10T12:00:00Z');
    expect((await as('deputy')).grants).toHaveLength(2);
    done(await endAbsence(db, await as('point'), { id: again.id, version: 1 }, clock));
    expect((await as('deputy')).grants).toHaveLength(1);
    expect(await listAbsences(db.reader, w.idOf('point'))).toMatchObject([{ personal_until: '2027-03-09' }]);
    expect(await endAbsence(db, await as('point'), { id: again.id, version: 2 }, clock)).toMatchObject({
      reason: 'platform_refused_stale',
    });
  });

  it('is seen by colleagues and who coordinates, and by nobody else', async () => {
    done(await declare('point'));
    const seen = async (name: string) =>
      (await listAbsencesAround(db.reader, await as(name), '2027-03-10')).filter(
        ({ on_id }) => on_id === w.council,
      ).length;
    const names = ['deputy', 'validator', 'regional', 'coordinator', 'partner', 'stranger', 'elsewhere'];
    expect(await Promise.all(names.map(seen))).toEqual([1, 1, 1, 1, 0, 0, 0]);
    const anonymous: Actor = { id: 'anonymous', grants: [] };
    expect(await listAbsencesAround(db.reader, anonymous, '2027-03-10')).toEqual([]);
  });

  it('is given out and erased with either account, leaves the journal without its days, and is not kept for ever', async () => {
    done(await declare('point'));
    const person = (name: string) => ({ accountId: w.idOf(name), name: '', address: '' });
    const held = await absencesHolder.export(db.reader, person('deputy'));
    expect(held[0]!.rows).toMatchObject([{ kind: 'stand-in', from: '2027-03-08', ends: '2027-03-14' }]);
    const journal = await db.reader
      .selectFrom('journal')
      .selectAll()
      .where('kind', '=', 'absences')
      .execute();
    expect(JSON.stringify(journal)).not.toContain('2027-03-08"');
    const kept = async (instant: string) => {
      now = new Date(instant);
      await absencesExpiring.purge(db, clock);
      return listAbsences(db.reader, w.idOf('point'));
    };
    expect(await kept('2028-03-13T12:00:00Z')).toHaveLength(1);
    expect(await kept('2028-03-14T12:00:00Z')).toEqual([]);
    now = new Date('2027-03-01T09:00:00Z');
    done(await declare('point'));
    await db.transaction((tx) => absencesHolder.erase(tx, person('deputy'), { actor: administrator, clock }));
    expect(await listAbsences(db.reader, w.idOf('point'))).toEqual([]);
  });
});
