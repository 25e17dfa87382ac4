import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { readDossier } from '../dossier/queries.server.ts';
import { createItem } from '../programme/changes.server.ts';
import { changeStatus } from '../status/changes.server.ts';
import {
  administrator,
  inFrench,
  organisationNamed,
  organises,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { readWorkshop } from '../workshops/queries.server.ts';
import { workshopCalendar } from './exports.server.ts';

let db: TestDatabase;
let id: string;
beforeAll(async () => {
  db = await openTestDatabase();
  id = await workshopNamed(db, 'one', { status: 'announced' });
  await organises(db, await organisationNamed(db, 'host'), id);
  const day = '2027-03-10';
  const item = {
    workshopId: id,
    anchor: 'a',
    position: 1,
    kind: 'session',
    title: inFrench('A'),
    day,
  } as const;
  done(await createItem(db, administrator, item));
});
afterAll(() => db.close());

/** What a calendar program tells versions and standing by, for the workshop and for its item. */
async function lines(name: string): Promise<string[]> {
  const workshop = (await readWorkshop(db.reader, administrator, id))!;
  const file = workshopCalendar(await readDossier(db.reader, administrator, workshop), 'https://x.test');
  return file.split('\r\n').filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
}

async function move(to: 'postponed' | 'cancelled' | 'announced', more: object = {}): Promise<void> {
  const workshop = (await readWorkshop(db.reader, administrator, id))!;
  const said = { reason: 'Grève', language: 'fr' } as const;
  done(await changeStatus(db, administrator, { id, version: workshop.version, to, ...said, ...more }));
}

it('every step raises the sequence of the workshop and of its items, and says how it stands', async () => {
  expect(await lines('SEQUENCE')).toEqual(['SEQUENCE:0', 'SEQUENCE:0']);
  expect(await lines('STATUS')).toEqual(['STATUS:CONFIRMED', 'STATUS:CONFIRMED']);
  await move('postponed');
  expect(await lines('SEQUENCE')).toEqual(['SEQUENCE:1', 'SEQUENCE:1']);
  expect(await lines('STATUS')).toEqual(['STATUS:TENTATIVE', 'STATUS:TENTATIVE']);
  await move('postponed', { startsOn: '2027-05-03', endsOn: '2027-05-04' });
  expect(await lines('SEQUENCE')).toEqual(['SEQUENCE:2', 'SEQUENCE:3']);
  expect(await lines('STATUS')).toEqual(['STATUS:CONFIRMED', 'STATUS:CONFIRMED']);
  expect(await lines('DTSTART')).toEqual(['DTSTART;VALUE=DATE:20270503', 'DTSTART;VALUE=DATE:20270503']);
  await move('cancelled');
  expect(await lines('SEQUENCE')).toEqual(['SEQUENCE:3', 'SEQUENCE:4']);
  expect(await lines('STATUS')).toEqual(['STATUS:CANCELLED', 'STATUS:CANCELLED']);
});
