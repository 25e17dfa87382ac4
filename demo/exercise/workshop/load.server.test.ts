import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryKinds } from '#events/minutes-entries/model.ts';
import { sumsOf } from '#events/participation/model.ts';
import { listCounts } from '#events/participation/queries.server.ts';
import { readSealedMinutes } from '#events/sealed-minutes/queries.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { loadExercise } from '../load.ts';
import { left, merged, reworded, settled } from './board.ts';
import { SLUG } from './frame.ts';
import { participants } from './programme.ts';
import { sessions } from './sessions.ts';

let db: TestDatabase;
let workshop: { id: string; status: string; starts_on: string; ends_on: string };
const reader = systemActor('reader');

beforeAll(async () => {
  db = await openTestDatabase();
  await loadExercise(db, '2027-04-10');
  workshop = await db.reader
    .selectFrom('workshops')
    .select(['id', 'status', 'starts_on', 'ends_on', 'attendance_total'])
    .where('slug', '=', SLUG)
    .executeTakeFirstOrThrow();
});
afterAll(() => db.close());

describe('the workshop of the exercise', () => {
  it('is published, held on two days by eighty people, each in one part', async () => {
    expect(workshop).toMatchObject({
      status: 'published',
      starts_on: '2026-10-12',
      ends_on: '2026-10-13',
      attendance_total: 80,
    });
    const parts = await db.reader
      .selectFrom('contributions')
      .innerJoin('programme_items', 'programme_items.id', 'contributions.item_id')
      .select(['person_id', 'part', 'programme_items.kind'])
      .where('workshop_id', '=', workshop.id)
      .execute();
    expect(parts).toHaveLength(80);
    expect(new Set(parts.map(({ person_id }) => person_id)).size).toBe(participants);
    const of = (part: string) => parts.filter((one) => one.kind === 'session' && one.part === part).length;
    expect([of('moderator'), of('rapporteur')]).toEqual([12, 12]);
    const counted = await listCounts(db.reader, reader, { workshopId: workshop.id, itemId: null });
    expect(sumsOf(counted)).toEqual({ women: 43, men: 37, notStated: 0, total: 80 });
  });

  it('has twelve sessions with hours, rooms and nobody in two places at once', async () => {
    const items = await db.reader
      .selectFrom('programme_items')
      .selectAll()
      .where('workshop_id', '=', workshop.id)
      .where('kind', '=', 'session')
      .orderBy('position')
      .execute();
    expect(items.map(({ number }) => number)).toEqual(sessions.map(({ number }) => number));
    expect(items).toHaveLength(12);
    const places = items.map(({ day, starts_at, room_fr }) => [day, starts_at, room_fr].join(' '));
    expect(new Set(places).size).toBe(12);
    expect(items.every(({ ends_at, room_ar, room_en }) => ends_at && room_ar && room_en)).toBe(true);
  });

  it('has minutes of every session, in French and in Arabic, with all kinds of entries, approved and sealed', async () => {
    const minutes = await readSealedMinutes(db.reader, reader, workshop.id);
    expect(minutes).toHaveLength(12);
    for (const { seal } of minutes) expect(seal).toMatchObject({ approved: seal!.asked - 1 });
    const entries = minutes.flatMap(({ content }) => content.entries);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(entryKinds));
    expect(entries.length).toBe(sessions.reduce((sum, { notes }) => sum + notes.length, 0));
    const arabic = minutes.filter(({ content }) =>
      content.entries.every(({ original }) => original === 'ar'),
    );
    expect(arabic).toHaveLength(4);
    for (const { kind, owner, due } of entries)
      if (kind === 'action') expect([owner, due]).not.toContain(null);
    const quotations = entries.filter(({ kind }) => kind === 'quotation');
    expect(new Set(quotations.map(({ speaker }) => typeof speaker === 'string' && speaker !== ''))).toEqual(
      new Set([true, false]),
    );
    const texts = entries.map(({ fr, ar, en }) => fr ?? ar ?? en);
    expect(new Set(texts).size).toBe(entries.length);
  });

  it('has a board on which drafts were merged, worded in three languages, left and adopted', async () => {
    const board = await db.reader
      .selectFrom('board_entries')
      .selectAll()
      .where('workshop_id', '=', workshop.id)
      .where('merged_into_id', 'is', null)
      .execute();
    const counts = Object.fromEntries(
      [...Map.groupBy(board, ({ status }) => status)].map(([status, rows]) => [status, rows.length]),
    );
    expect(counts).toEqual({ left: left.length, adopted: board.length - left.length });
    const kinds = new Set(board.map(({ adopted_kind }) => adopted_kind));
    expect(kinds).toEqual(new Set([null, 'conclusions', 'recommendations', 'actions']));
    const inThree = board.filter(({ text_fr, text_ar, text_en }) => text_fr && text_ar && text_en);
    expect(inThree.length).toBeGreaterThanOrEqual(merged.length + Object.keys(reworded).length);
    const followed = await db.reader
      .selectFrom('links')
      .select('id')
      .where('relation', '=', 'follows-from')
      .execute();
    expect(followed.length).toBe(7);
    const statuses = await db.reader
      .selectFrom('actions')
      .select('status')
      .where('workshop_id', '=', workshop.id)
      .where('status', '!=', 'open')
      .execute();
    expect(statuses.length).toBe(Object.keys(settled).length);
  });
});
