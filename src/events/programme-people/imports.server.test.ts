import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPerson } from '#network/people/changes.server.ts';
import { listPeople } from '#network/people/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { applyProgramme, previewProgramme } from '../programme-imports/imports.server.ts';
import type { ProgrammeChoices } from '../programme-imports/model.ts';
import { readProgramme } from '../programme/queries.server.ts';

const actor = systemActor('test');
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const person = async (slug: string, fr: string, ar?: string) =>
  done(await createPerson(db, actor, { slug, name: { fr, ar, original: 'fr' } })).id;
const naming = (...names: string[]) => {
  const persons = names.map((name) => ({ public_name: name }));
  const events = [{ title: 'a', start: '2026-03-02T09:00', persons }];
  return JSON.stringify({ schedule: { conference: { title: 'Atelier' }, events } }, null, 1);
};
const preview = (text: string) => previewProgramme(db.reader, actor, { bytes: Buffer.from(text) }, 'fr');
async function apply(text: string, people?: ProgrammeChoices['people']) {
  const { digest } = await preview(text);
  return applyProgramme(db, actor, { bytes: Buffer.from(text) }, { digest, ...(people && { people }) }, 'fr');
}
const told = ({ problems }: Awaited<ReturnType<typeof preview>>) =>
  problems.map(({ line, reason }) => [line, reason.replace('events_import_', '')]);

it('of the same name are linked, of a close one said and not merged, of none made', async () => {
  const [same, close, arabic] = [
    await person('a', 'Ahmed Exemple'),
    await person('b', 'Fatima Zahra Modèle'),
    await person('c', 'Personne', 'نور الدين تجريبي'),
  ];
  const text = naming('M. EXEMPLE Ahmed', 'Fatema Zahra Modele', 'Noureddine Tajribi', 'Toute Autre');
  const said = await preview(text);
  expect(
    said.people.map(({ state, id, candidates }) => [state, id, candidates.map((one) => one.id)]),
  ).toEqual([
    ['linked', same, [same]],
    ['likely', null, [close]],
    ['likely', null, [arabic]],
    ['new', null, []],
  ]);
  expect(told(said)).toEqual([
    [3, 'no_zone'],
    [14, 'person_likely'],
    [17, 'person_likely'],
  ]);
  await apply(text);
  expect(await listPeople(db.reader)).toHaveLength(6);
});

it('with one name are neither taken for the other: it is said', async () => {
  await person('a', 'Karim Essai');
  await person('b', 'Essai Karim');
  const [found] = (await preview(naming('Karim Essai'))).people;
  expect(found).toMatchObject({
    state: 'likely',
    id: null,
    candidates: [{ likeness: 1 }, { likeness: 1 }],
  });
});

it('are who a person chose', async () => {
  const [close, same] = [await person('b', 'Fatima Zahra Modèle'), await person('a', 'Ahmed Exemple')];
  const text = naming('Fatema Zahra Modele', 'Ahmed Exemple');
  const [first, second] = (await preview(text)).people;
  const unknown = await apply(text, { [first!.key]: '0199f3a0-7c11-7000-8000-000000000005' });
  expect(told(unknown).map(([, reason]) => reason)).toContain('person_unknown');
  const applied = await apply(text, { [first!.key]: close, [second!.key]: 'new' });
  expect(applied).toMatchObject({
    applied: true,
    people: [{ id: close, state: 'linked' }, { state: 'new' }],
  });
  const [{ contributions } = { contributions: [] }] = await readProgramme(db.reader, applied.workshop!.id!);
  expect(contributions[0]?.person_id).toBe(close);
  expect(contributions[1]?.person_id).not.toBe(same);
  expect((await listPeople(db.reader)).map(({ slug }) => slug)).toEqual(['a', 'ahmed-exemple', 'b']);
});
