import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { draft, note, sessionNamed } from '../../../tests/support/board.ts';
import { seeded, testSeed } from '../../../tests/support/random.ts';
import { administrator, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { gatherEntries } from '../board-gathering/changes.server.ts';
import { moveEntry } from '../board-order/changes.server.ts';
import { leaveEntry, reopenEntry, updateEntry } from '../board/changes.server.ts';
import { isReworded } from '../board/model.ts';
import { readBoard } from '../board/queries.server.ts';
import { mergeEntries, splitEntry } from './changes.server.ts';

let db: TestDatabase;
let workshopId: string;
let count = 0;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workshopId = await workshopNamed(db, `merges-${(count += 1)}`);
});

const board = () => readBoard(db.reader, workshopId);
const merge = (ids: string[]) => mergeEntries(db, administrator, { workshopId, ids });

it('makes one draft of several where the first stands, with all texts and sources, and parts them as they were', async () => {
  const [one, two] = [await sessionNamed(db, workshopId, 'Un'), await sessionNamed(db, workshopId, 'Deux')];
  await note(db, one.minutesId, 'A', { rank: 'a1', text_ar: 'أ' });
  await note(db, one.minutesId, 'B', {
    kind: 'action',
    rank: 'a2',
    owner: 'La région',
    due_on: '2027-06-01',
  });
  await note(db, two.minutesId, 'C');
  done(await gatherEntries(db, administrator, { workshopId }));
  const before = await board();
  const [a, b, c] = before.map(({ id }) => id) as [string, string, string];
  const merged = done(await merge([c, a])).id;
  const [whole, rest] = await board();
  expect([whole!.id, rest!.id]).toEqual([merged, b]);
  expect(whole).toMatchObject({ text_fr: 'A\n\nC', text_ar: 'أ', kind: 'conclusion', position: 1 });
  expect(whole!.sources.map(({ item_id }) => item_id)).toEqual([one.itemId, two.itemId]);
  expect(whole!.parts.map(({ id }) => id)).toEqual([a, c]);

  const nested = done(await merge([merged, b])).id;
  const [all] = await board();
  expect(all).toMatchObject({ id: nested, text_fr: 'A\n\nC\n\nB', owner: 'La région', due_on: '2027-06-01' });
  expect(all!.sources).toHaveLength(3);
  const text = { ...inFrench('Reformulé') };
  done(await updateEntry(db, administrator, { id: nested, version: 1, kind: 'decision', text }));
  done(await splitEntry(db, administrator, { id: nested, version: 2 }));
  const version = (await board()).find(({ id }) => id === merged)!.version;
  done(await splitEntry(db, administrator, { id: merged, version }));
  const after = await board();
  const said = ({ id, text_fr, text_ar, kind }: (typeof after)[number]) => ({ id, text_fr, text_ar, kind });
  expect(after.map(said)).toEqual([a, c, b].map((id) => said(before.find((row) => row.id === id)!)));
});

it('is refused for one alone, for what was adopted, left or merged already, and for other boards', async () => {
  const [a, b] = [await draft(db, workshopId, 'A'), await draft(db, workshopId, 'B')];
  const elsewhere = await draft(db, await workshopNamed(db, `elsewhere-${count}`), 'C');
  expect(await merge([a])).toMatchObject({ reason: 'events_board_problem_one' });
  expect(await merge([a, a])).toMatchObject({ ok: false });
  expect(await merge([a, elsewhere])).toMatchObject({ reason: 'platform_refused_stale' });
  expect(await splitEntry(db, administrator, { id: a, version: 1 })).toMatchObject({
    reason: 'events_board_problem_whole',
  });
  // Two people merge the same at once: one of them finds it done.
  const outcomes = await Promise.all([merge([a, b]), merge([a, b])]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await board()).toHaveLength(1);
});

it('loses nothing, whatever is merged, split, moved, left and taken back', async () => {
  const random = seeded(testSeed());
  const sessions = [await sessionNamed(db, workshopId, 'Un'), await sessionNamed(db, workshopId, 'Deux')];
  const gathered = new Map<string, string>();
  for (let index = 0; index < 8; index += 1)
    gathered.set(await note(db, random.pick(sessions).minutesId, `Texte ${index}`), `Texte ${index}`);
  done(await gatherEntries(db, administrator, { workshopId }));
  for (let step = 0; step < 60; step += 1) {
    const entries = await board();
    const drafts = entries.filter(({ status }) => status === 'draft');
    const one = random.pick(entries);
    const seen = { id: one.id, version: one.version };
    const way = random.int(5);
    if (way === 0 && drafts.length > 1) {
      const ids = new Set([random.pick(drafts).id, random.pick(drafts).id, random.pick(drafts).id]);
      if (ids.size > 1) done(await merge([...ids]));
    } else if (way === 1) await splitEntry(db, administrator, seen);
    else if (way === 2)
      await moveEntry(db, administrator, { id: one.id, by: random.chance(0.5) ? 1 : -1, places: 2 });
    else if (way === 3) await leaveEntry(db, administrator, seen);
    else await reopenEntry(db, administrator, seen);
    const sources = (await board()).flatMap((row) => row.sources.map(({ entry_id }) => ({ entry_id, row })));
    expect(sources.map(({ entry_id }) => entry_id).toSorted()).toEqual([...gathered.keys()].toSorted());
    for (const { entry_id, row } of sources) expect(row.text_fr).toContain(gathered.get(entry_id));
  }
  // Parted all the way, every text stands again as it was copied.
  for (let whole; (whole = (await board()).find(({ parts }) => parts.length > 0));) {
    const { id, version, status } = whole;
    if (status === 'left') done(await reopenEntry(db, administrator, { id, version }));
    const now = (await board()).find((row) => row.id === id)!.version;
    done(await splitEntry(db, administrator, { id, version: now }));
  }
  expect((await board()).map(({ text_fr }) => text_fr).toSorted()).toEqual([...gathered.values()].toSorted());
});

it('says that a merged draft was reworded, and gives its wording to the part that is chosen', async () => {
  const [a, b] = [await draft(db, workshopId, 'A'), await draft(db, workshopId, 'B')];
  const id = done(await merge([a, b])).id;
  const [merged] = await board();
  expect(isReworded(merged!, merged!.parts)).toBe(false);
  const text = { ...inFrench('Reformulé'), ar: 'أعيدت صياغته' };
  done(await updateEntry(db, administrator, { id, version: 1, kind: 'conclusion', text }));
  const [reworded] = await board();
  expect(isReworded(reworded!, reworded!.parts)).toBe(true);
  const elsewhere = await draft(db, workshopId, 'C');
  expect(await splitEntry(db, administrator, { id, version: 2, wordingFor: elsewhere })).toMatchObject({
    ok: false,
  });
  done(await splitEntry(db, administrator, { id, version: 2, wordingFor: b }));
  expect((await board()).map((row) => [row.id, row.text_fr, row.text_ar])).toEqual([
    [a, 'A', null],
    [b, 'Reformulé', 'أعيدت صياغته'],
    [elsewhere, 'C', null],
  ]);
  expect(isReworded(reworded!, [])).toBe(false);
});
