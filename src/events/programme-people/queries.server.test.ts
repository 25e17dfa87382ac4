import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPerson } from '#network/people/changes.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { addItem, updateItem } from '../programme/changes.server.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { contributorsOf, lastRolesOf, readNames, readPlanned, rowAt, type Typed } from './queries.server.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });

let db: Database & { close(): Promise<void> };
let workshopId: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  db = await openTestDatabase();
  for (const name of ['Nadia', 'Karim'])
    ids[name] = done(
      await createPerson(db, administrator, { slug: name.toLowerCase(), name: text(`${name} Tazi`) }),
    ).id;
  const workshop = { slug: 'w', form: 'workshop', status: 'published', title: text('W') } as const;
  const days = { startsOn: '2026-03-10', endsOn: '2026-03-11' };
  workshopId = done(await createWorkshop(db, administrator, { ...workshop, ...days })).id;
});
afterAll(() => db.close());

it('knows an item with its people as they stood in each version', async () => {
  const draft = { kind: 'plenary' as const, title: text('One') };
  const speaks = (name: string, role: string) => ({
    part: 'speaker' as const,
    personId: ids[name]!,
    role: text(role),
  });
  const { id } = done(
    await addItem(db, administrator, { ...draft, workshopId, contributions: [speaks('Nadia', 'First')] }),
  );
  const names = await readNames(db.reader, 'fr');
  const [item] = await readPlanned(db.reader, workshopId, names);
  const first = item!.contributions[0]!.id;
  const changed = { id: first, ...speaks('Nadia', 'Second') };
  const contributions = [changed, speaks('Karim', 'New')];
  done(await updateItem(db, administrator, { ...draft, title: text('Two'), id, version: 1, contributions }));
  done(await updateItem(db, administrator, { ...draft, title: text('Three'), id, version: 2 }));

  const people = async (version: number) => {
    const row = (await rowAt(db.reader, id, version, names)) as Record<string, unknown>;
    const roles = Object.entries(row).flatMap(([column, value]) =>
      column.endsWith('_role_fr') ? [value] : [],
    );
    return [row['title_fr'], ...roles];
  };
  expect(await people(1)).toEqual(['One', 'First']);
  expect(await people(2)).toEqual(['Two', 'Second', 'New']);
  expect(await people(3)).toEqual(['Three']);
  expect(await rowAt(db.reader, id, 4, names)).toBeUndefined();
});

it('offers what somebody last was', async () => {
  const draft = { workshopId, kind: 'plenary' as const, title: text('Last') };
  const contributions = [{ part: 'speaker' as const, personId: ids['Karim']!, role: text('Director') }];
  done(await addItem(db, administrator, { ...draft, contributions }));
  const names = await readNames(db.reader, 'fr');
  const last = await lastRolesOf(db.reader, administrator, [ids['Karim']!, ids['Nadia']!], names);
  expect([...last.keys()]).toEqual([ids['Karim']]);
  expect(last.get(ids['Karim']!)).toMatchObject({ 'role.fr': 'Director', organisation: '' });
});

it('means whom a form names, adds only what is asked, and guesses nothing', async () => {
  const names = await readNames(db.reader, 'fr');
  const meant = (typed: Typed) => contributorsOf(names, new Map([['new-1', typed]]), new Set(), 'fr');
  const part = 'speaker';
  expect(meant({ part, person: 'tazi, nadia' })).toEqual({
    contributors: [{ part, personId: ids['Nadia'] }],
    kept: ['new-1'],
  });
  expect(meant({ part })).toEqual({ contributors: [], kept: [] });
  const refused = (reason: string, field: string) => ({
    ok: false,
    reason,
    field: `contributions.new-1.${field}`,
  });
  expect(meant({ part, person: 'Nadja Tazi' })).toEqual(refused('events_programme_problem_alike', 'person'));
  expect(meant({ part, person: 'Xyz' })).toEqual(refused('events_programme_problem_unknown', 'person'));
  expect(meant({ part, person: 'سعيدة', newPerson: true })).toEqual({
    contributors: [{ part, newPerson: { name: { ar: 'سعيدة', original: 'ar' } } }],
    kept: ['new-1'],
  });
  const isNew = { part, organisation: 'Xyz', newOrganisation: true, type: 'other' };
  expect(meant(isNew)).toEqual(refused('platform_problem_required', 'level'));
});
