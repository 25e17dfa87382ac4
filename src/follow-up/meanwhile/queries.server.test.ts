import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAction, settleAction } from '#events/actions/changes.server.ts';
import { declareAbsence } from '#network/absences/changes.server.ts';
import { listAbsences } from '#network/absences/queries.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { twoRegions, type TwoRegions } from '../../../tests/support/two-regions.ts';
import { administrator, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { updateMilestone } from '../milestones/changes.server.ts';
import { listMeanwhile } from './queries.server.ts';

let db: TestDatabase;
let w: TwoRegions;
let now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
beforeAll(async () => {
  db = await openTestDatabase();
  w = await twoRegions(db, clock);
});
afterAll(() => db.close());

const as = async (name: string) => (await readVisitor(db.reader, w.idOf(name), clock))!.actor;

it('tells who was away of what was changed in their place, their own actions with it, and of nothing else', async () => {
  const person = done(await createPerson(db, administrator, { slug: 'point', name: inFrench('Point') })).id;
  await db.transaction((tx) =>
    updateRecord(tx, administrator, 'accounts', w.idOf('point'), { person_id: person }),
  );
  const workshopId = await workshopNamed(db, 'asks');
  const asks = async (text: string, values: object = {}) => {
    const input = { workshopId, kind: 'action', text: inFrench(text), ...values } as const;
    return done(await createAction(db, administrator, input)).id;
  };
  const own = await asks('Appeler', { personId: person });
  const shared = await asks('Écrire', { organisationId: w.council });
  const days = { from: '2027-03-08', until: '2027-03-14', standInId: w.idOf('deputy') };
  const away = { scope: 'organisation', on: w.council, ...days } as const;
  done(await declareAbsence(db, await as('point'), away, clock));

  now = new Date('2027-03-10T09:00:00Z');
  const deputy = await as('deputy');
  const step = await db.reader
    .selectFrom('milestones')
    .selectAll()
    .where('commitment_id', '=', w.commitment)
    .executeTakeFirstOrThrow();
  const reached = { title: inFrench('Étape'), dueOn: '2027-05-01', reachedOn: '2027-03-10' };
  done(await updateMilestone(db, deputy, { id: step.id, version: 1, ...reached }, clock));
  for (const id of [own, shared])
    done(await settleAction(db, deputy, { id, version: 1, status: 'done' }, clock));
  // After the last day, and by somebody who stands in for nobody.
  done(await settleAction(db, administrator, { id: shared, version: 2, status: 'open' }, clock));
  now = new Date('2027-03-15T09:00:00Z');
  done(await updateMilestone(db, await as('deputy'), { id: step.id, version: 2, ...reached }, clock));

  const [absence] = await listAbsences(db.reader, w.idOf('point'));
  const told = await listMeanwhile(db.reader, await as('point'), absence!);
  expect(told.map(({ kind, verb, about }) => [kind, verb, about['fr']])).toEqual([
    ['actions', 'update', 'Écrire'],
    ['actions', 'update', 'Appeler'],
    ['milestones', 'update', 'engagement'],
  ]);
});
