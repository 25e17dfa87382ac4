import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { draft, note, sessionNamed } from '../../../tests/support/board.ts';
import {
  administrator,
  facilitatorOf,
  holding,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { gatherEntries, settleSource } from '../board-gathering/changes.server.ts';
import { moveEntry } from '../board-order/changes.server.ts';
import { createEntry, leaveEntry, reopenEntry, updateEntry } from './changes.server.ts';
import { listUngathered, readBoard } from './queries.server.ts';

let db: TestDatabase;
let workshopId: string;
let count = 0;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workshopId = await workshopNamed(db, `board-${(count += 1)}`);
});

const board = () => readBoard(db.reader, workshopId);
const texts = async () => (await board()).map(({ text_fr }) => text_fr);
const gather = async () => done(await gatherEntries(db, administrator, { workshopId })).count;
const rewrite = (id: string, values: object) =>
  db.transaction((tx) => tx.updateTable('minutes_entries').set(values).where('id', '=', id).execute());

describe('gathering', () => {
  it('copies what belongs on the board once, session by session and in the order of the minutes', async () => {
    const [one, two] = [
      await sessionNamed(db, workshopId, 'Gouvernance'),
      await sessionNamed(db, workshopId, 'Réseau'),
    ];
    const organisation = await organisationNamed(db, `owner-${count}`);
    await note(db, two.minutesId, 'Quatre', {
      kind: 'action',
      organisation_id: organisation,
      due_on: '2027-06-01',
    });
    await note(db, one.minutesId, 'Deux', { kind: 'recommendation', rank: 'a2' });
    await note(db, one.minutesId, 'Un', { kind: 'decision', rank: 'a1' });
    await note(db, one.minutesId, 'Trois', { rank: 'a3', text_fr: null, text_ar: 'ثلاثة' });
    for (const kind of ['key-point', 'question', 'quotation'] as const)
      await note(db, one.minutesId, 'Ailleurs', { kind });
    await note(db, one.minutesId, 'Retirée', { removed: 1 });
    await note(db, one.minutesId, '', {});
    expect(await gather()).toBe(4);
    expect(await gather()).toBe(0);
    expect(await texts()).toEqual(['Un', 'Deux', null, 'Quatre']);
    const [, , arabic, action] = await board();
    expect(arabic).toMatchObject({ kind: 'conclusion', text_ar: 'ثلاثة', text_original: 'ar' });
    expect(action).toMatchObject({
      kind: 'action',
      due_on: '2027-06-01',
      organisation: { id: organisation },
    });
    expect(action!.sources).toMatchObject([{ item_id: two.itemId, state: 'same', title_fr: 'Réseau' }]);
    expect(await listUngathered(db.reader, workshopId)).toEqual([]);
  });

  it('asked for by two at once, copies nothing twice', async () => {
    const { minutesId } = await sessionNamed(db, workshopId, 'Gouvernance');
    for (const text of ['Un', 'Deux', 'Trois']) await note(db, minutesId, text);
    const counts = await Promise.all([gather(), gather(), gather()]);
    expect(counts.toSorted()).toEqual([0, 0, 3]);
    expect(await texts()).toHaveLength(3);
  });

  it('says what the minutes changed since, and takes it only where somebody chooses so', async () => {
    const { minutesId } = await sessionNamed(db, workshopId, 'Gouvernance');
    const entry = await note(db, minutesId, 'Ancien', { text_ar: 'قديم' });
    await gather();
    await rewrite(entry, { text_fr: 'Nouveau', rank: 'z9' });
    expect(await gather()).toBe(0);
    let [row] = await board();
    expect(row).toMatchObject({
      text_fr: 'Ancien',
      sources: [{ state: 'changed', now: { text_fr: 'Nouveau' } }],
    });

    const settle = async (take: boolean) => {
      [row] = await board();
      const { id, version, sources } = row!;
      return settleSource(db, administrator, { sourceId: sources[0]!.id, entry: { id, version }, take });
    };
    done(await settle(false));
    expect((await board())[0]).toMatchObject({ text_fr: 'Ancien', sources: [{ state: 'same' }] });
    await rewrite(entry, { text_fr: 'Dernier' });
    done(await settle(true));
    expect((await board())[0]).toMatchObject({
      text_fr: 'Dernier',
      text_ar: 'قديم',
      sources: [{ state: 'same' }],
    });

    await rewrite(entry, { removed: 1 });
    expect((await board())[0]).toMatchObject({ text_fr: 'Dernier', sources: [{ state: 'withdrawn' }] });
    expect(await settle(true)).toEqual({ ok: false, reason: 'events_board_problem_withdrawn' });
    done(await settle(false));
    expect((await board())[0]).toMatchObject({ text_fr: 'Dernier', sources: [{ state: 'same' }] });
    await rewrite(entry, { removed: 0 });
    expect((await board())[0]!.sources[0]!.state).toBe('changed');
  });

  it('refuses the choice about a source of another entry, and one made from a version that moved on', async () => {
    const { minutesId } = await sessionNamed(db, workshopId, 'Gouvernance');
    const [one] = [
      await note(db, minutesId, 'Un', { rank: 'a1' }),
      await note(db, minutesId, 'Deux', { rank: 'a2' }),
    ];
    await gather();
    await rewrite(one!, { text_fr: 'Autre' });
    const [first, second] = await board();
    const sourceId = first!.sources[0]!.id;
    const of = (entry: { id: string; version: number }) =>
      settleSource(db, administrator, {
        sourceId,
        entry: { id: entry.id, version: entry.version },
        take: true,
      });
    expect(await of(second!)).toMatchObject({ ok: false, reason: 'platform_refused_missing' });
    expect(await of({ id: first!.id, version: 9 })).toMatchObject({
      ok: false,
      reason: 'platform_refused_stale',
    });
    expect(await texts()).toEqual(['Un', 'Deux']);
  });
});

describe('an entry', () => {
  it('is reworded in three languages from the version that was seen, and no other', async () => {
    const id = await draft(db, workshopId, 'Ancien');
    const input = { id, kind: 'recommendation', owner: 'La région', dueOn: '2027-05-01' } as const;
    const text = { fr: 'Neuf', ar: 'جديد', en: 'New', original: 'fr' } as const;
    done(await updateEntry(db, administrator, { ...input, text, version: 1 }));
    expect(await updateEntry(db, administrator, { ...input, text, version: 1 })).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    const row = { kind: 'recommendation', text_ar: 'جديد', owner: 'La région', due_on: '2027-05-01' };
    expect((await board())[0]).toMatchObject({ ...row, version: 2, status: 'draft' });
    const [hidden, far, none] = [
      { ...input, version: 2, text: inFrench('a\u202Eb') },
      { ...input, version: 2, text, dueOn: '2027-02-30' },
      { ...input, version: 2, text: { fr: ' ', original: 'fr' as const } },
    ];
    expect(await updateEntry(db, administrator, hidden)).toMatchObject({
      reason: 'platform_problem_hidden_characters',
    });
    expect(await updateEntry(db, administrator, far)).toMatchObject({
      reason: 'platform_problem_not_a_date',
    });
    expect(await updateEntry(db, administrator, none)).toMatchObject({
      reason: 'platform_problem_no_language',
    });
  });

  it('moves among those that stand, and stays at either end', async () => {
    const ids: string[] = [];
    for (const text of ['A', 'B', 'C', 'D']) ids.push(await draft(db, workshopId, text));
    const move = async (index: number, by: -1 | 1, places = 1) =>
      done(await moveEntry(db, administrator, { id: ids[index]!, by, places }));
    await move(0, -1);
    expect(await texts()).toEqual(['A', 'B', 'C', 'D']);
    expect(await move(3, -1, 2)).toMatchObject({ place: 2, count: 4 });
    expect(await texts()).toEqual(['A', 'D', 'B', 'C']);
    done(await leaveEntry(db, administrator, { id: ids[1]!, version: (await at(ids[1]!)).version }));
    await move(0, 1, 1_000);
    expect((await board()).filter(({ status }) => status === 'draft').map(({ text_fr }) => text_fr)).toEqual([
      'D',
      'C',
      'A',
    ]);
    done(await reopenEntry(db, administrator, { id: ids[1]!, version: (await at(ids[1]!)).version }));
    expect(await texts()).toEqual(['D', 'C', 'A', 'B']);
  });

  it('is written by who edits the workshop, and by nobody else', async () => {
    const id = await draft(db, workshopId, 'A');
    const other = await workshopNamed(db, `board-other-${count}`);
    const entry = { workshopId, kind: 'conclusion', text: inFrench('B') } as const;
    const rapporteur = holding({ role: 'rapporteur', scope: 'workshop', on: workshopId });
    const refused = { ok: false, reason: 'platform_refused_not_allowed' };
    for (const actor of [anonymous, holding(), rapporteur, facilitatorOf(other)]) {
      expect(await createEntry(db, actor, entry)).toEqual(refused);
      expect(await updateEntry(db, actor, { ...entry, id, version: 1 })).toEqual(refused);
      expect(await moveEntry(db, actor, { id, by: 1, places: 1 })).toEqual(refused);
      expect(await leaveEntry(db, actor, { id, version: 1 })).toEqual(refused);
      expect(await gatherEntries(db, actor, { workshopId })).toEqual(refused);
    }
    done(await leaveEntry(db, facilitatorOf(workshopId), { id, version: 1 }));
    expect(await leaveEntry(db, administrator, { id: newId(), version: 1 })).toMatchObject({ ok: false });
  });
});

const at = async (id: string) => (await board()).find((row) => row.id === id)!;
