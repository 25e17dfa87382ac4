import { afterEach, beforeEach, expect, it } from 'vitest';
import { anonymous, systemActor, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { readProgramme } from '../programme/queries.server.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { applyProgramme, previewProgramme } from './imports.server.ts';

const actor = systemActor('test');
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const guid = (number: number) => `0199f3a0-7c11-7000-8000-${String(number).padStart(12, '0')}`;
const events = [1, 2, 3].map((number) => ({
  guid: guid(number),
  title: `Session ${number}`,
  start: '2026-03-02T09:00',
  persons: number === 1 ? [{ name: 'Une Oratrice' }, { name: 'Un Orateur' }] : [],
}));
const file = JSON.stringify({
  schedule: { conference: { title: 'Atelier', time_zone_name: 'Africa/Casablanca' }, events },
});
const source = (text: string, workshopId?: string) => ({
  bytes: Buffer.from(text),
  ...(workshopId !== undefined && { workshopId }),
});
async function workshop(slug: string, status: 'draft' | 'published') {
  const days = { startsOn: '2026-03-02', endsOn: '2026-03-03' };
  const input = { slug, form: 'workshop', status, title: { fr: slug, original: 'fr' }, ...days } as const;
  return done(await createWorkshop(db, actor, input)).id;
}

it('rights are asked before anything is told or written', async () => {
  const id = await workshop('brouillon', 'draft');
  const said = await previewProgramme(db.reader, anonymous, source(file, id), 'fr');
  expect(said).toMatchObject({
    workshop: null,
    items: [],
    people: [],
    problems: [{ reason: 'events_import_not_allowed', severity: 'error' }],
  });
  const applied = await applyProgramme(db, anonymous, source(file, id), { digest: said.digest }, 'fr');
  expect(applied).toMatchObject({ applied: false, problems: [{ reason: 'events_import_not_allowed' }] });
  expect(await readProgramme(db.reader, id)).toEqual([]);
});

it('rights of a focal point reach the draft it makes, and no workshop of others', async () => {
  const id = guid(8);
  const now = '2026-01-01T00:00:00.000Z';
  const account = {
    id,
    created_at: now,
    updated_at: now,
    personal_name: 'A',
    personal_email: 'a@example.org',
  };
  await db.transaction((tx) =>
    tx
      .insertInto('accounts')
      .values(account as never)
      .execute(),
  );
  const focal: Actor = { id, grants: [{ role: 'focal-point', scope: 'organisation', on: guid(7) }] };
  const others = await workshop('autre', 'draft');
  const { digest, problems } = await previewProgramme(db.reader, focal, source(file, others), 'fr');
  expect(problems).toMatchObject([{ reason: 'events_import_not_allowed' }]);
  const applied = await applyProgramme(db, focal, source(file), { digest }, 'fr');
  expect(applied).toMatchObject({ applied: true, counts: { create: 3, peopleNew: 2 } });
  // What stands in a workshop that it reads and may not change is not doubled as a draft.
  const elsewhere = file.replaceAll('0199f3a0', '0199f3a1');
  const published = source(elsewhere, await workshop('publie', 'published'));
  const { digest: other } = await previewProgramme(db.reader, actor, published, 'fr');
  expect(await applyProgramme(db, actor, published, { digest: other }, 'fr')).toMatchObject({
    applied: true,
  });
  const said = await previewProgramme(db.reader, focal, source(elsewhere), 'fr');
  expect(said).toMatchObject({
    workshop: null,
    problems: [{ reason: 'events_import_here_and_not_allowed' }],
  });
});
