import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createRecord, deleteRecord, updateRecord } from '../records/records.server.ts';
import { conceptAt, sourceNamed } from '../records/testing.ts';
import { EVERYTHING } from './append.ts';
import { entriesAfter, lastNumber } from './read.ts';

const actor = systemActor('test');
const clock = () => new Date('2026-01-02T03:04:05.678Z');

let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

describe('the journal', () => {
  it('holds a change as it was made: who, when, before and after', async () => {
    const id = await db.transaction((tx) => createRecord(tx, actor, 'sources', sourceNamed('First'), clock));
    await db.transaction((tx) => updateRecord(tx, actor, 'sources', id, { title: 'Second' }, { clock }));
    await db.transaction((tx) => deleteRecord(tx, actor, 'sources', id, clock));
    const at = '2026-01-02T03:04:05.678Z';
    const first = { ...sourceNamed('First'), id, version: 1, created_at: at, updated_at: at };
    const second = { ...first, title: 'Second', version: 2 };
    const common = { at, actorId: 'system:test', kind: 'sources', recordId: id, touches: [id] };
    expect(await entriesAfter(db, 0)).toEqual([
      { number: 1, ...common, verb: 'create', before: null, after: first },
      { number: 2, ...common, verb: 'update', before: first, after: second },
      { number: 3, ...common, verb: 'delete', before: second, after: null },
    ]);
    expect(await lastNumber(db)).toBe(3);
  });

  it('says in the last entry what stands in the row, columns left out included', async () => {
    const id = await db.transaction(async (tx) => {
      const made = await createRecord(tx, actor, 'concepts', conceptAt('gender'));
      await updateRecord(tx, actor, 'concepts', made, { slug: undefined, code: 'g' });
      return made;
    });
    const row = await db.reader.selectFrom('concepts').selectAll().where('id', '=', id).executeTakeFirst();
    expect((await entriesAfter(db, 0)).at(-1)!.after).toEqual(row);
    expect(row).toMatchObject({ slug: 'gender', code: 'g', version: 2 });
  });

  it('gives entries in order, a page at a time', async () => {
    await db.transaction(async (tx) => {
      for (let i = 0; i < 5; i += 1) await createRecord(tx, actor, 'sources', sourceNamed(`${i}`));
    });
    const numbers = async (after: number, most = 200) =>
      (await entriesAfter(db, after, { most })).map((entry) => entry.number);
    expect(await numbers(0)).toEqual([1, 2, 3, 4, 5]);
    expect(await numbers(2, 2)).toEqual([3, 4]);
    expect(await numbers(5)).toEqual([]);
  });

  it('keeps nothing of a change that was rolled back', async () => {
    const failed = db.transaction(async (tx) => {
      await createRecord(tx, actor, 'sources', sourceNamed('Never'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await db.transaction((tx) => createRecord(tx, actor, 'sources', sourceNamed('Kept')));
    const entries = await entriesAfter(db, 0);
    expect(entries.map((entry) => entry.after?.['title'])).toEqual(['Kept']);
  });

  it('touches the record, what it refers and referred to, and its addresses', async () => {
    const [parent, other, child] = await db.transaction(async (tx) => {
      const made = [];
      for (const slug of ['parent', 'other']) {
        made.push(await createRecord(tx, actor, 'organisations', organisation(slug, null)));
      }
      made.push(await createRecord(tx, actor, 'organisations', organisation('child', made[0]!)));
      await updateRecord(tx, actor, 'organisations', made[2]!, { parent_id: made[1]!, slug: 'grown' });
      return made;
    });
    const touches = (await entriesAfter(db, 0)).map((entry) => entry.touches.toSorted());
    expect(touches[2]).toEqual(['address:child', child, parent].toSorted());
    expect(touches[3]).toEqual(['address:child', 'address:grown', child, other, parent].toSorted());
  });

  it('touches everything when a status changes or who reads it, and only then', async () => {
    await db.transaction(async (tx) => {
      const id = await createRecord(tx, actor, 'workshops', workshop);
      await updateRecord(tx, actor, 'workshops', id, { attendance_total: 40 });
      await updateRecord(tx, actor, 'workshops', id, { status: 'announced' });
      const recommended = await createRecord(tx, actor, 'recommendations', recommendation);
      await updateRecord(tx, actor, 'recommendations', recommended, { position: 2 });
      await updateRecord(tx, actor, 'recommendations', recommended, { visibility: 'public' });
    });
    const everything = (await entriesAfter(db, 0)).map((entry) => entry.touches.includes(EVERYTHING));
    expect(everything).toEqual([false, false, true, false, false, true]);
  });
});

const trilingual = (field: string) => ({
  [`${field}_fr`]: field,
  [`${field}_ar`]: null,
  [`${field}_en`]: null,
  [`${field}_original`]: 'fr',
});

const organisation = (slug: string, parent: string | null) =>
  ({
    slug,
    type: 'association',
    level: 'local',
    parent_id: parent,
    territory_id: null,
    url: null,
    ...trilingual('name'),
    ...trilingual('acronym'),
    ...trilingual('summary'),
  }) as never;

const workshop = {
  slug: 'w',
  series_id: null,
  form: 'workshop',
  status: 'draft',
  starts_on: '2026-01-01',
  ends_on: '2026-01-02',
  time_zone: 'Africa/Casablanca',
  territory_id: null,
  attendance_total: null,
  attendance_minimum: 0,
  attendance_women: null,
  attendance_men: null,
  ...Object.assign({}, ...['title', 'summary', 'aims', 'outcome', 'venue', 'city'].map(trilingual)),
} as never;

const recommendation = {
  slug: 'r',
  reference: 'R-1',
  position: 1,
  ...trilingual('title'),
  ...trilingual('text'),
  ...trilingual('priority_reason'),
  ...trilingual('beneficiaries'),
  issued_on: null,
  source_pages: null,
  priority: null,
  visibility: 'draft',
  status: 'unaddressed',
  status_since: null,
} as never;
