import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTerritory } from '#network/territories/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import {
  administrator,
  facilitatorOf,
  holding,
  inFrench,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { recordFigures } from '../figures/changes.server.ts';
import { addItem, deleteItem } from '../programme/changes.server.ts';
import { readPublishedParticipation } from '../published-participation/queries.server.ts';
import { listItems } from '../programme/queries.server.ts';
import { readWorkshop } from '../workshops/queries.server.ts';
import { recordParticipation } from './changes.server.ts';
import { countsAt, listCounts } from './queries.server.ts';
import type { ParticipationInput } from './schema.ts';

let db: TestDatabase;
let region: string;
let workshopId: string;
let itemId: string;
let count = 0;
beforeAll(async () => {
  db = await openTestDatabase();
  const place = { slug: 'nord', level: 'region', code: 'MA-01', name: inFrench('Nord') } as const;
  region = done(await createTerritory(db, administrator, place)).id;
});
afterAll(() => db.close());
beforeEach(async () => {
  workshopId = await workshopNamed(db, `w-${++count}`, { status: 'closed' });
  itemId = await session(workshopId);
});

const session = async (of: string) =>
  done(
    await addItem(db, administrator, {
      workshopId: of,
      kind: 'session' as const,
      title: inFrench('Séance'),
      contributions: [],
    }),
  ).id;
const record = (input: Partial<ParticipationInput>, actor: Actor = administrator) =>
  recordParticipation(db, actor, { workshopId, version: 1, ...input });
const lines = async (of: string | null = null, actor = administrator) =>
  (await listCounts(db.reader, actor, { workshopId, itemId: of })).map(
    ({ actor_type, level, territory_id, women, men, not_stated }) => [
      actor_type,
      level,
      territory_id,
      women,
      men,
      not_stated,
    ],
  );
const workshop = async () => (await readWorkshop(db.reader, administrator, workshopId))!;

describe('who took part', () => {
  it('is written as totals alone', async () => {
    done(await record({ attendance: { total: 75, women: 33, men: 42 } }));
    expect(await workshop()).toMatchObject({
      version: 2,
      attendance_total: 75,
      attendance_women: 33,
      attendance_men: 42,
    });
    expect(await lines()).toEqual([]);
  });

  it('is written in lines, where what is not known is not zero', async () => {
    const counts = [
      { actorType: 'academia' as const, women: 0, men: 7 },
      { territoryId: region, level: 'region' as const, notStated: 9 },
    ];
    done(await record({ counts }));
    expect(await lines()).toEqual([
      ['academia', null, null, 0, 7, null],
      [null, null, region, null, null, 9],
    ]);
    expect(await workshop()).toMatchObject({ attendance_total: null, attendance_women: null });
    const { whole } = await readPublishedParticipation(db.reader, await workshop(), []);
    expect(whole.attendance.attendance_total).toBe(16);
    expect(whole.divisions.level).toEqual({ parts: [{ keys: ['region'], count: 9 }], rest: 7 });
  });

  it('changes, adds and removes lines in one version, each told by the journal', async () => {
    done(
      await record({
        counts: [
          { actorType: 'academia', women: 7 },
          { level: 'province', women: 6 },
        ],
      }),
    );
    const [kept] = await listCounts(db.reader, administrator, { workshopId, itemId: null });
    const counts = [
      { id: kept!.id, actorType: 'academia' as const, women: 8 },
      { level: 'commune' as const, men: 5 },
    ];
    done(await record({ version: 2, attendance: { total: 20 }, counts }));
    expect(await lines()).toEqual([
      ['academia', null, null, 8, null, null],
      [null, 'commune', null, null, 5, null],
    ]);
    const told = await db.reader
      .selectFrom('journal')
      .select('verb')
      .where('kind', '=', 'participation_counts')
      .where((where) =>
        where.or([where('after', 'like', `%${workshopId}%`), where('before', 'like', `%${workshopId}%`)]),
      )
      .orderBy('number')
      .execute();
    expect(told.map(({ verb }) => verb)).toEqual(['create', 'create', 'update', 'create', 'delete']);
    const subject = { workshopId, itemId: null };
    const then = await countsAt(db.reader, subject, 2);
    expect(then!.counts.map(({ women }) => women)).toEqual([7, 6]);
    const now = await countsAt(db.reader, subject, 3);
    expect(now!.counts.map(({ women, men }) => [women, men])).toEqual([
      [8, null],
      [null, 5],
    ]);
    expect(now!.row).toMatchObject({ attendance_total: 20 });
    expect(await countsAt(db.reader, subject, 9)).toBeUndefined();
  });

  it('is written of one session beside the workshop', async () => {
    done(await record({ itemId, attendance: { total: 30 }, counts: [{ actorType: 'academia', women: 9 }] }));
    expect(await lines()).toEqual([]);
    expect(await lines(itemId)).toEqual([['academia', null, null, 9, null, null]]);
    expect((await workshop()).version).toBe(1);
    const items = await listItems(db.reader, workshopId);
    const { whole, sessions } = await readPublishedParticipation(db.reader, await workshop(), items);
    expect(whole.attendance.attendance_total).toBeNull();
    expect(sessions.get(itemId)!.attendance.attendance_total).toBe(30);
    expect(sessions.get(itemId)!.divisions.actorType).toEqual({
      parts: [{ keys: ['academia'], count: 9 }],
      rest: 21,
    });
  });

  it('is refused from a version that has moved on, and nothing is written', async () => {
    done(await record({ attendance: { total: 8 } }));
    expect(await record({ counts: [{ women: 8 }] })).toEqual({ ok: false, reason: 'platform_refused_stale' });
    expect(await lines()).toEqual([]);
  });

  it('is refused beside each control that is wrong', async () => {
    const counts = [
      { territoryId: region, level: 'commune' as const },
      { territoryId: newId(), women: 1 },
    ];
    expect(await record({ counts })).toMatchObject({
      problems: [
        { field: 'counts.0.women', reason: 'events_participation_problem_no_number' },
        { field: 'counts.0.level', reason: 'events_participation_problem_level' },
        { field: 'counts.1.territoryId', reason: 'platform_problem_not_a_choice' },
      ],
    });
    expect(await record({ counts: [{ women: 1.5 }] })).toMatchObject({ field: 'counts.0.women' });
    expect(await record({ counts: [{ women: -1 }] })).toMatchObject({ field: 'counts.0.women' });
    expect((await workshop()).version).toBe(1);
  });

  it('takes no line of another workshop, nor its session', async () => {
    const other = await workshopNamed(db, `w-${++count}`);
    done(
      await recordParticipation(db, administrator, { workshopId: other, version: 1, counts: [{ women: 5 }] }),
    );
    const [theirs] = await listCounts(db.reader, administrator, { workshopId: other, itemId: null });
    const missing = { ok: false, reason: 'platform_refused_missing' };
    expect(await record({ counts: [{ id: theirs!.id, women: 9 }] })).toEqual(missing);
    expect(await record({ itemId: await session(other), counts: [{ women: 9 }] })).toEqual(missing);
  });

  it('is no less as a whole than its lines, wherever the whole is changed', async () => {
    done(await record({ counts: [{ women: 12 }] }));
    expect(
      await recordFigures(db, administrator, { id: workshopId, version: 2, attendance: { total: 11 } }),
    ).toEqual({ ok: false, reason: 'events_participation_problem_total', field: 'attendance.total' });
    done(await recordFigures(db, administrator, { id: workshopId, version: 2, attendance: { total: 12 } }));
  });

  it('keeps its session in the programme until it is removed', async () => {
    done(await record({ itemId, counts: [{ women: 6 }] }));
    expect(await deleteItem(db, administrator, { id: itemId, version: 2 })).toMatchObject({
      reason: 'events_programme_problem_has_counts',
    });
    done(await record({ itemId, version: 2 }));
    done(await deleteItem(db, administrator, { id: itemId, version: 3 }));
  });
});

describe('who writes it, and sees it before it is merged', () => {
  const refused = { ok: false, reason: 'platform_refused_not_allowed' };

  it('of a workshop its facilitators and rapporteurs', async () => {
    for (const actor of [
      facilitatorOf(workshopId),
      holding({ role: 'rapporteur', scope: 'workshop', on: workshopId }),
    ]) {
      const { version } = await workshop();
      done(await record({ version, counts: [{ women: version }] }, actor));
      expect(await lines(null, actor)).toHaveLength(1);
    }
    for (const actor of [
      holding({ role: 'reader', scope: 'workshop', on: workshopId }),
      holding({ role: 'rapporteur', scope: 'session', on: itemId }),
      facilitatorOf(newId()),
    ]) {
      expect(await record({ version: 3, counts: [] }, actor)).toEqual(refused);
      expect(await lines(null, actor)).toEqual([]);
    }
  });

  it('of a session also who writes its minutes', async () => {
    const actor = holding({ role: 'rapporteur', scope: 'session', on: itemId });
    done(await record({ itemId, counts: [{ women: 6 }] }, actor));
    expect(await lines(itemId, actor)).toHaveLength(1);
    const other = await session(workshopId);
    expect(await record({ itemId: other, counts: [{ women: 6 }] }, actor)).toEqual(refused);
  });
});
