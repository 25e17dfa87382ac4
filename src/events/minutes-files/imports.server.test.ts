import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { clock, Device } from '../../../tests/support/devices.ts';
import { administrator, holding, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { view } from '../minutes-replica/model.ts';
import { fileOf } from '../minutes-writing/components/notes.ts';
import { openMinutes } from '../minutes/changes.server.ts';
import { addItem } from '../programme/changes.server.ts';
import { applyNotes, previewNotes } from './imports.server.ts';

let db: TestDatabase;
let minutesId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const workshopId = await workshopNamed(db, 'files');
  const session = { workshopId, kind: 'session' as const, title: inFrench('Gouvernance'), contributions: [] };
  const itemId = done(await addItem(db, administrator, session)).id;
  minutesId = done(await openMinutes(db, administrator, { itemId })).id;
});
afterAll(() => db.close());

const bytesOf = (device: Device) =>
  new TextEncoder().encode(fileOf({ replica: device.replica, title: 'Gouvernance', page: '' }).text);

it('takes back what a device could not send, once, though the device sends it later as well', async () => {
  const device = new Device(db, minutesId);
  const entry = device.add({ text_fr: 'Écrit sans réseau', kind: 'decision' });
  device.add({ text_ar: 'كُتب دون شبكة' });
  const { preview } = done(await previewNotes(db.reader, bytesOf(device), minutesId));
  expect(preview.notes.map(({ set }) => set.text_fr ?? set.text_ar)).toEqual([
    'Écrit sans réseau',
    'كُتب دون شبكة',
  ]);
  expect(await db.reader.selectFrom('minutes_entries').select('id').execute()).toEqual([]);
  const { outcomes } = done(await applyNotes(db, administrator, preview, clock));
  expect([...outcomes]).toEqual([['applied', 2]]);
  const again = done(await previewNotes(db.reader, bytesOf(device), minutesId)).preview;
  expect([again.notes, again.known]).toEqual([[], 2]);
  await device.sync();
  const other = new Device(db, minutesId);
  await other.sync();
  expect(view(other.replica).map(({ id }) => id)).toHaveLength(2);
  expect(other.text(entry)).toBe('Écrit sans réseau');
});

it.each([
  ['nothing', '', 'events_minutes_problem_file'],
  ['no JSON', '{"format":', 'events_minutes_problem_file'],
  ['another file', '{"format":"other"}', 'events_minutes_problem_file'],
  [
    'operations that are none',
    JSON.stringify({ format: 'indimaj-minutes-notes', minutes: newId(), device: newId(), operations: [1] }),
    'events_minutes_problem_file',
  ],
  [
    'notes of other minutes',
    JSON.stringify({ format: 'indimaj-minutes-notes', minutes: newId(), device: newId(), operations: [] }),
    'events_minutes_problem_other_minutes',
  ],
])('refuses %s', async (_, text, reason) => {
  const bytes = new TextEncoder().encode(text);
  expect(await previewNotes(db.reader, bytes, minutesId)).toEqual({ ok: false, reason, field: 'file' });
});

it('refuses who does not write the minutes', async () => {
  const device = new Device(db, minutesId);
  device.add({ text_fr: 'autre' });
  const { preview } = done(await previewNotes(db.reader, bytesOf(device), minutesId));
  const stranger = holding({ role: 'rapporteur', scope: 'session', on: newId() });
  expect(await applyNotes(db, stranger, preview)).toMatchObject({ reason: 'platform_refused_not_allowed' });
});
