import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor, type Grant } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { listAudiences, readWorkshop } from '../workshops/queries.server.ts';
import { recordFigures } from './changes.server.ts';

const administrator = systemActor('test');
let db: TestDatabase;
let id: string;
const holder = (role: Grant['role'], on = id): Actor => ({
  id: newId(),
  grants: [{ role, scope: 'workshop', on }],
});
const read = async () => (await readWorkshop(db.reader, administrator, id))!;

beforeAll(async () => {
  db = await openTestDatabase();
  id = done(
    await createWorkshop(db, administrator, {
      slug: 'w',
      form: 'workshop',
      status: 'closed',
      title: { fr: 'Titre', original: 'fr' },
      startsOn: '2026-11-24',
      endsOn: '2026-11-24',
    }),
  ).id;
});
afterAll(() => db.close());

describe('the figures of a workshop', () => {
  it('are written by its rapporteur, who changes nothing else of it', async () => {
    const before = await read();
    const input = {
      id,
      version: before.version,
      attendance: { total: 40, women: 22, men: 18 },
      audiences: ['academia' as const],
      outcome: { ar: 'خلاصة', original: 'ar' as const },
      title: { fr: 'Un autre', original: 'fr' },
    };
    done(await recordFigures(db, holder('rapporteur'), input));
    const { version, updated_at, ...after } = await read();
    expect([version, updated_at >= before.updated_at]).toEqual([before.version + 1, true]);
    expect({ ...after, version: before.version, updated_at: before.updated_at }).toEqual({
      ...before,
      attendance_total: 40,
      attendance_women: 22,
      attendance_men: 18,
      outcome_ar: 'خلاصة',
      outcome_original: 'ar',
    });
    expect((await listAudiences(db.reader, id)).map(({ actor_type }) => actor_type)).toEqual(['academia']);
  });

  it('never contradict themselves, and come from the version that stands', async () => {
    const { version } = await read();
    const asked = (attendance: object, of = version) =>
      recordFigures(db, holder('facilitator'), { id, version: of, attendance });
    expect(await asked({ total: 10, women: 6, men: 5 })).toEqual({
      ok: false,
      reason: 'events_problem_attendance',
      field: 'attendance.total',
    });
    expect(await asked({ total: 3_000_000_000 })).toMatchObject({ field: 'attendance.total' });
    expect(await asked({ total: 10 }, version - 1)).toEqual({ ok: false, reason: 'platform_refused_stale' });
    expect((await read()).version).toBe(version);
  });

  it('are nobody’s who only reads it, or reports another', async () => {
    const { version } = await read();
    for (const actor of [holder('reader'), holder('rapporteur', newId())])
      expect(await recordFigures(db, actor, { id, version })).toEqual({
        ok: false,
        reason: 'platform_refused_not_allowed',
      });
    expect((await read()).version).toBe(version);
  });
});
