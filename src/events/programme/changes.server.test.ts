import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { createItem } from './changes.server.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });

let db: Database & { close(): Promise<void> };
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

let count = 0;
/** Creates a workshop of these dates, and an item of it on this day. */
async function itemOn(startsOn: string, endsOn: string, day: string) {
  const slug = `w-${++count}`;
  const workshop = {
    slug,
    form: 'workshop',
    status: 'published',
    title: text(slug),
    startsOn,
    endsOn,
  } as const;
  const { id: workshopId } = done(await createWorkshop(db, administrator, workshop));
  const item = { workshopId, anchor: 'one', position: 1, kind: 'session', title: text('One'), day } as const;
  return createItem(db, administrator, item);
}

it('takes a day known to the day only: hours of a month have no instant', async () => {
  expect(await itemOn('2018-04-10', '2018-04-11', '2018-04')).toEqual({
    ok: false,
    reason: 'platform_problem_not_a_date',
    field: 'day',
  });
});

it.each([
  ['2018-04-10', '2018-04-11', '2018-04-10', true],
  ['2018-04-10', '2018-04-11', '2018-04-11', true],
  ['2018-04-10', '2018-04-11', '2018-04-09', false],
  ['2018-04-10', '2018-04-11', '2018-04-12', false],
  ['2019', '2019', '2019-12-31', true],
  ['2019', '2019', '2020-01-01', false],
])('of a workshop from %s to %s, an item on %s: %s', async (startsOn, endsOn, day, taken) => {
  const refusal = { ok: false, reason: 'events_problem_day_outside', field: 'day' };
  expect(await itemOn(startsOn, endsOn, day)).toEqual(
    taken ? expect.objectContaining({ ok: true }) : refusal,
  );
});
