import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { isDemonstration, isExercise } from '#platform/services/settings.server.ts';
import { loadExercise, sizes } from './load.ts';
import { hosts } from './workshop/frame.ts';

let db: TestDatabase;
let records: number;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ records } = await loadExercise(db, '2027-04-10'));
});
afterAll(() => db.close());

const generated = (kind: 'people' | 'organisations') =>
  db.reader
    .selectFrom(kind)
    .select(['name_fr', 'name_ar', 'name_en'])
    .where('slug', 'like', 'exercise-%')
    .execute();

describe('the exercise network', () => {
  it('stands beside the demonstration, journalled, and says what it is', async () => {
    expect(await isDemonstration(db.reader)).toBe(true);
    expect(await isExercise(db.reader)).toBe(true);
    const { count } = await db.reader
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(records);
  });

  it('names nobody: a role and a number, in three languages, each once', async () => {
    for (const [kind, size] of [
      ['people', sizes.people],
      ['organisations', sizes.organisations + hosts.length],
    ] as const) {
      const rows = await generated(kind);
      expect(rows).toHaveLength(size);
      for (const { name_fr, name_ar, name_en } of rows) {
        expect(name_fr).toMatch(/\d/);
        expect(name_fr).toMatch(/exercice/);
        expect(name_ar).toMatch(/تمرين/);
        expect(name_en).toMatch(/exercise/i);
      }
      expect(new Set(rows.map(({ name_fr }) => name_fr)).size).toBe(size);
    }
  });

  it('has a meeting with parallel rooms and somebody in every part', async () => {
    const items = await db.reader
      .selectFrom('programme_items')
      .selectAll()
      .where('anchor', 'like', 'exercise-%')
      .execute();
    expect(items).toHaveLength(sizes.items);
    const at = Map.groupBy(items, ({ starts_at }) => starts_at);
    expect([...at.values()].map((together) => together.length)).toEqual(
      Array.from({ length: sizes.items / sizes.rooms }, () => sizes.rooms),
    );
    const parts = await db.reader
      .selectFrom('contributions')
      .innerJoin('programme_items', 'programme_items.id', 'contributions.item_id')
      .select('contributions.id')
      .where('anchor', 'like', 'exercise-%')
      .execute();
    expect(parts).toHaveLength(sizes.items * 4);
  });

  it('is not written into a network that holds records', async () => {
    await expect(loadExercise(db, '2027-04-10')).rejects.toThrow('already loaded');
  });
});
