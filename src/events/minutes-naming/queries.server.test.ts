import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { mergeRecords } from '#network/merges/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { note, sessionNamed } from '../../../tests/support/board.ts';
import { Device } from '../../../tests/support/devices.ts';
import { administrator, organisationNamed, workshopNamed } from '../../../tests/support/workshops.ts';
import { gatherEntries } from '../board-gathering/changes.server.ts';
import { adopting, adoptEntry } from '../board-adoptions/changes.server.ts';
import { readBoard } from '../board/queries.server.ts';
import { readActions } from '../actions/queries.server.ts';
import { emptyEntry, kindChange, namedBy } from '../minutes-entries/model.ts';
import { view } from '../minutes-replica/model.ts';
import { readMeant, suggestNamed, withNamed } from './queries.server.ts';

let db: TestDatabase;
let workshopId: string;
let minutesId: string;
let office: string;
let person: string;
let count = 0;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  count += 1;
  workshopId = await workshopNamed(db, `naming-${count}`);
  ({ minutesId } = await sessionNamed(db, workshopId, 'Gouvernance'));
  office = await organisationNamed(db, `office-${count}`);
  const name = { fr: `Rôle ${count}`, ar: `دور ${count}`, original: 'fr' as const };
  person = done(await createPerson(db, administrator, { slug: `role-${count}`, name })).id;
});

const named = (device: Device, entry: string) => {
  const { owner, organisation_id, person_id } = view(device.replica).find(({ id }) => id === entry)!;
  return { owner, organisation_id, person_id };
};
const meet = async (...devices: Device[]) => {
  for (const device of [...devices, ...devices]) await device.sync();
};
const asOffice = () => ({ owner: 'Office', organisation_id: office, person_id: null });
const words = (owner: string) => ({ owner, organisation_id: null, person_id: null });

/** Two devices that know one action. */
async function two(): Promise<[Device, Device, string]> {
  const [one, other] = [new Device(db, minutesId), new Device(db, minutesId)];
  const entry = one.add({ kind: 'action', text_fr: 'Écrire' });
  await meet(one, other);
  return [one, other, entry];
}

it('suggests organisations and people, and says which is meant', async () => {
  const [first] = await suggestNamed(db.reader, `دور ${count}`, 'ar');
  expect(first).toEqual({ value: `دور ${count}`, noun: 'person', slug: null, more: { person_id: person } });
  const [organisation] = await suggestNamed(db.reader, `office-${count}`, 'fr');
  expect(organisation).toMatchObject({ noun: 'organisation', more: { organisation_id: office } });
  expect(await suggestNamed(db.reader, 'zzzz', 'fr')).toEqual([]);
});

it('reads whom words mean by themselves, and nobody where they mean two', async () => {
  const nobody = { organisation_id: null, person_id: null };
  expect(await readMeant(db.reader, `rôle ${count}`, 'fr')).toEqual({ ...nobody, person_id: person });
  expect(await readMeant(db.reader, 'La salle', 'fr')).toEqual(nobody);
  expect(await readMeant(db.reader, null, 'fr')).toEqual(nobody);
  const name = { fr: `Rôle ${count}`, original: 'fr' as const };
  done(await createPerson(db, administrator, { slug: `role-${count}-2`, name }));
  expect(await readMeant(db.reader, `rôle ${count}`, 'fr')).toEqual(nobody);
});

it('lets the record go with its words where two name somebody at once, and brings it when they are chosen', async () => {
  const [one, other, entry] = await two();
  one.write(entry, words('La salle'));
  other.write(entry, asOffice());
  await meet(one, other);
  expect(named(other, entry)).toEqual(words('La salle'));
  const [rival] = Object.values(one.replica.rivals);
  expect(rival).toMatchObject({ field: 'owner', value: 'Office' });
  one.write(entry, { owner: 'Office' }, rival!.id);
  await meet(one, other);
  for (const device of [one, other]) expect(named(device, entry)).toEqual(asOffice());
});

it('keeps the record where another typed the same words, and lets it go where words were typed over', async () => {
  const [one, other, entry] = await two();
  one.write(entry, asOffice());
  other.write(entry, words('Office'));
  await meet(one, other);
  for (const device of [one, other]) expect(named(device, entry)).toEqual(asOffice());
  other.write(entry, words('Office, service des ateliers'));
  await meet(other, one);
  expect(named(one, entry)).toEqual(words('Office, service des ateliers'));
});

it('keeps the words that named a record which went meanwhile', async () => {
  const [one, , entry] = await two();
  one.write(entry, { owner: 'Disparue', organisation_id: newId() });
  const answer = await one.sync();
  expect(answer!.outcomes.map(({ outcome }) => outcome)).toEqual(['applied']);
  expect(named(one, entry)).toEqual(words('Disparue'));
});

it('gives the records to the words of one kind only', () => {
  const spoken = { ...emptyEntry, kind: 'quotation' as const, speaker: 'Rôle', person_id: person };
  expect(namedBy(spoken)).toEqual({ owner: 'Rôle', organisation_id: null, person_id: person });
  expect(namedBy({ ...spoken, kind: 'action' })).toEqual({
    owner: null,
    organisation_id: null,
    person_id: null,
  });
  expect(namedBy({ ...spoken, kind: 'decision' })).toMatchObject({ owner: null, person_id: null });
  expect(kindChange(spoken, 'action')).toEqual({ kind: 'action' });
  expect(kindChange({ ...spoken, owner: 'Office' }, 'action')).toEqual({
    kind: 'action',
    organisation_id: null,
    person_id: null,
  });
});

it('carries who owns an action from the minutes to the board and to the action that is adopted', async () => {
  const [one, , entry] = await two();
  one.write(entry, { ...asOffice(), due_on: '2027-06-01' });
  await one.sync();
  // A leftover of another kind names nobody, and a record that went is left out.
  await note(db, minutesId, 'Conclure', { rank: 'b1', owner: 'Quelqu’un', due_on: '2027-07-01' });
  await note(db, minutesId, 'Agir', { kind: 'action', rank: 'b2', owner: 'X', organisation_id: newId() });
  done(await gatherEntries(db, administrator, { workshopId }));
  const board = await readBoard(db.reader, workshopId);
  expect(board.map(({ owner, organisation_id, due_on }) => [owner, organisation_id, due_on])).toEqual([
    ['Office', office, '2027-06-01'],
    [null, null, null],
    ['X', null, null],
  ]);
  const ways = { ...adopting, recommendation: adopting.decision };
  const { id, version } = board[0]!;
  done(await adoptEntry(db, administrator, { id, version }, ways));
  const [action] = await readActions(db.reader, workshopId);
  expect(action).toMatchObject({ owner: 'Office', organisation: { id: office }, due_on: '2027-06-01' });
});

it('shows entries with the records they name', async () => {
  const entry = { ...emptyEntry, kind: 'quotation' as const, speaker: 'Rôle', person_id: person };
  const [shown] = await withNamed(db.reader, [entry]);
  expect(shown).toMatchObject({ organisation: null, person: { id: person } });
});

it('follows an organisation that was merged into another, in minutes, on the board and in actions', async () => {
  const [one, other, entry] = await two();
  one.write(entry, asOffice());
  await one.sync();
  const late = other.add({ kind: 'action', text_fr: 'Relire', rank: 'b9', ...asOffice() });
  const kept = await organisationNamed(db, `kept-${count}`);
  const merge = {
    kind: 'organisations',
    keptId: kept,
    goneId: office,
    keptVersion: 1,
    goneVersion: 1,
  } as const;
  const values = { type: 'other', level: 'local', name: { fr: 'Services', original: 'fr' } };
  done(await mergeRecords(db, administrator, { ...merge, values }));
  // A device that heard nothing of it still names the one that went.
  await other.sync();
  const entries = view(one.replica).filter(({ id }) => id === entry);
  expect(await withNamed(db.reader, entries)).toMatchObject([
    { owner: 'Office', organisation: { id: kept } },
  ]);
  expect(named(other, late)).toEqual(asOffice());
  done(await gatherEntries(db, administrator, { workshopId }));
  const board = await readBoard(db.reader, workshopId);
  expect(board.map(({ owner, organisation_id }) => [owner, organisation_id])).toEqual([
    ['Office', kept],
    ['Office', kept],
  ]);
});
