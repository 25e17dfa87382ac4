import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NETWORK, anonymous, type Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { at, clock, Device } from '../../../tests/support/devices.ts';
import {
  administrator,
  facilitatorOf,
  holding,
  inFrench,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { addItem } from '../programme/changes.server.ts';
import type { ItemDraft } from '../programme/schema.ts';
import { newReplica, REQUEST_MOST, resume, send, view, write } from '../minutes-replica/model.ts';
import { openMinutes } from '../minutes/changes.server.ts';
import { syncMinutes, writersExpiring } from './changes.server.ts';

let db: TestDatabase;
let workshopId: string;
let itemId: string;
let minutesId: string;
let count = 0;

/** A device in the minutes of the session. */
const deviceOf = (actor?: Actor) => new Device(db, minutesId, actor);

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workshopId = await workshopNamed(db, `minutes-${(count += 1)}`);
  itemId = await sessionNamed('Gouvernance');
  minutesId = done(await openMinutes(db, administrator, { itemId })).id;
});

async function sessionNamed(title: string): Promise<string> {
  const item: ItemDraft = { workshopId, kind: 'session', title: inFrench(title), contributions: [] };
  return done(await addItem(db, administrator, item)).id;
}

it('brings what one rapporteur writes to the other', async () => {
  const [one, two] = [deviceOf(), deviceOf()];
  const entry = one.add({ text_fr: 'Les régions veulent un réseau.' });
  await one.sync();
  await two.sync();
  expect(two.text(entry)).toBe('Les régions veulent un réseau.');
  two.write(entry, { text_ar: 'تريد الجهات شبكة.' });
  one.write(entry, { kind: 'conclusion' });
  await two.sync();
  await one.sync();
  await two.sync();
  expect(view(one.replica)).toEqual(view(two.replica));
  expect(view(one.replica)[0]).toMatchObject({ kind: 'conclusion', text_ar: 'تريد الجهات شبكة.' });
});

it('keeps both texts of a field until a person chooses', async () => {
  const [one, two] = [deviceOf(), deviceOf()];
  const entry = one.add({ text_fr: 'Début' });
  await one.sync();
  await two.sync();
  one.write(entry, { text_fr: 'Texte de la première' });
  two.write(entry, { text_fr: 'Texte du second' });
  await one.sync();
  expect((await two.sync())?.outcomes.map(({ outcome }) => outcome)).toEqual(['rival']);
  await one.sync();
  for (const device of [one, two]) {
    expect(device.text(entry)).toBe('Texte de la première');
    expect(Object.values(device.replica.rivals)).toMatchObject([
      { entry_id: entry, field: 'text_fr', value: 'Texte du second' },
    ]);
  }
  const [rival] = Object.keys(one.replica.rivals);
  one.write(entry, { text_fr: 'Texte commun' }, rival);
  await one.sync();
  await two.sync();
  for (const device of [one, two]) {
    expect(device.text(entry)).toBe('Texte commun');
    expect(device.replica.rivals).toEqual({});
  }
});

it('lets the first of two choices stand, and keeps a text that the second wrote for it', async () => {
  const [one, two] = [deviceOf(), deviceOf()];
  const entry = one.add({ text_fr: 'Début' });
  await one.sync();
  await two.sync();
  one.write(entry, { text_fr: 'A' });
  two.write(entry, { text_fr: 'B' });
  await one.sync();
  await two.sync();
  await one.sync();
  const [rival] = Object.keys(one.replica.rivals);
  one.write(entry, { text_fr: 'B' }, rival);
  two.write(entry, { text_fr: 'A et B, ensemble' }, rival);
  await one.sync();
  await two.sync();
  await one.sync();
  expect(one.text(entry)).toBe('B');
  expect(Object.values(one.replica.rivals).map(({ value }) => value)).toEqual(['A et B, ensemble']);
});

it('does an operation once, whatever is lost on the way', async () => {
  const device = deviceOf();
  const entry = device.add({ text_fr: 'un' });
  await device.sync('answer');
  device.write(entry, { text_fr: 'un, deux' });
  await device.sync('request');
  await device.sync();
  await device.sync('answer');
  await device.sync();
  expect(device.replica.pending).toEqual([]);
  expect(Object.values(device.replica.rivals)).toEqual([]);
  const log = await db.reader
    .selectFrom('minutes_operations')
    .select(['outcome', 'version'])
    .where('entry_id', '=', entry)
    .orderBy('version')
    .execute();
  expect(log).toEqual([
    { outcome: 'applied', version: 1 },
    { outcome: 'applied', version: 2 },
  ]);
});

it('loses nothing where a page goes while its request is on its way, and another takes the device up', async () => {
  const device = deviceOf();
  const entry = device.add({ text_fr: 'un' });
  const kept = structuredClone(device.replica);
  await device.sync('answer');
  device.replica = resume(kept);
  device.write(entry, { text_fr: 'un, deux' });
  await device.sync();
  await device.sync();
  expect(device.replica.pending).toEqual([]);
  const other = deviceOf();
  await other.sync();
  expect(other.text(entry)).toBe('un, deux');
});

it('sends what is more than one request takes in several', async () => {
  const device = deviceOf();
  for (let index = 0; index < REQUEST_MOST + 30; index += 1) device.add({ text_fr: `note ${index}` });
  device.replica = resume(device.replica);
  await device.sync();
  expect(device.replica.pending).toHaveLength(30);
  await device.sync();
  const other = deviceOf();
  await other.sync();
  expect(view(other.replica).map(({ text_fr }) => text_fr)).toEqual(
    Array.from({ length: REQUEST_MOST + 30 }, (_, index) => `note ${index}`),
  );
});

it('sends long texts in several requests, none larger than a form may be', async () => {
  const device = deviceOf();
  const long = 'لجهة '.repeat(9_999);
  for (let index = 0; index < 5; index += 1) device.add({ text_ar: `${index} ${long}` });
  for (let request = 0; request < 5 && device.replica.pending.length > 0; request += 1) {
    const { operations } = send(device.replica, at, null).request;
    expect(new TextEncoder().encode(JSON.stringify(operations)).length).toBeLessThan(600_000);
    await device.sync();
  }
  expect([device.replica.pending, device.replica.returned]).toEqual([[], []]);
});

it('leaves an entry that somebody writes in while another takes it out', async () => {
  const [one, two] = [deviceOf(), deviceOf()];
  const entry = one.add({ text_fr: 'Début' });
  await one.sync();
  await two.sync();
  one.write(entry, { text_fr: 'Début, et la suite' });
  two.write(entry, { removed: 1 });
  await one.sync();
  expect((await two.sync())?.outcomes[0]?.outcome).toBe('kept');
  const other = one.add({ text_fr: 'Autre' });
  await one.sync();
  await two.sync();
  two.write(other, { removed: 1 });
  one.write(other, { text_fr: 'Autre chose' });
  await two.sync();
  await one.sync();
  await two.sync();
  expect(view(two.replica).map(({ text_fr, removed }) => [text_fr, removed])).toEqual([
    ['Début, et la suite', 0],
    ['Autre chose', 0],
  ]);
});

it('corrects the clock of a device that is three hours wrong, and dates nothing in the future', async () => {
  const device = deviceOf();
  device.replica = write(
    device.replica,
    newId(),
    { rank: 'a0', text_fr: 'note' },
    { id: newId(), at: '2027-03-10T11:40:00.000Z' },
  );
  const { request } = send(device.replica, '2027-03-10T12:00:00.000Z', null);
  done(await syncMinutes(db, administrator, { minutesId, ...request }, clock));
  const [row] = await db.reader
    .selectFrom('minutes_operations')
    .select('written_at')
    .where('minutes_id', '=', minutesId)
    .execute();
  expect(row?.written_at).toBe('2027-03-10T08:40:00.000Z');
});

it('refuses one operation by its fields and takes the others', async () => {
  const device = deviceOf();
  const good = device.add({ text_fr: 'bon' });
  const hidden = device.add({ text_fr: 'caché \u202Eàl' });
  const far = device.add({ kind: 'action', due_on: '2027-02-30' });
  const strange = device.add({ minutes_id: newId() } as never);
  const nowhere = device.add({ organisation_id: newId() });
  const answer = await device.sync();
  expect(answer?.outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['applied', undefined],
    ['refused', 'platform_problem_hidden_characters'],
    ['refused', 'platform_problem_not_a_date'],
    ['refused', 'platform_problem_required'],
    ['refused', 'platform_refused_missing'],
  ]);
  expect(view(device.replica).map(({ id }) => id)).toEqual([good]);
  // Their texts are still on the device.
  expect(device.replica.returned.map(({ operation }) => operation.entry)).toEqual([
    hidden,
    far,
    strange,
    nowhere,
  ]);
});

it('keeps beside the minutes what comes when they take no more', async () => {
  const [early, late] = [deviceOf(), deviceOf()];
  const entry = early.add({ text_fr: 'à temps' });
  await early.sync();
  await late.sync();
  await db.transaction((tx) =>
    tx.updateTable('minutes').set({ status: 'circulated' }).where('id', '=', minutesId).execute(),
  );
  late.write(entry, { text_fr: 'trop tard' });
  expect((await late.sync())?.outcomes[0]?.outcome).toBe('late');
  expect(late.text(entry)).toBe('à temps');
  expect(late.replica.returned[0]?.operation.set).toEqual({ text_fr: 'trop tard' });
  const kept = await db.reader
    .selectFrom('minutes_operations')
    .select('asked')
    .where('outcome', '=', 'late')
    .where('minutes_id', '=', minutesId)
    .execute();
  expect(kept.map(({ asked }) => JSON.parse(asked).set)).toEqual([{ text_fr: 'trop tard' }]);
});

it('lets rapporteurs write their own session only', async () => {
  const other = await sessionNamed('Recherche');
  const rapporteur = holding({ role: 'rapporteur', scope: 'session', on: itemId });
  expect((await openMinutes(db, rapporteur, { itemId })).ok).toBe(true);
  expect(await openMinutes(db, rapporteur, { itemId: other })).toMatchObject({ ok: false });
  const otherMinutes = done(await openMinutes(db, administrator, { itemId: other })).id;
  const request = send(newReplica(otherMinutes, newId()), at, null).request;
  const asked = { minutesId: otherMinutes, ...request };
  for (const actor of [
    rapporteur,
    anonymous,
    holding({ role: 'reader', scope: 'workshop', on: workshopId }),
    holding({ role: 'member', scope: 'network', on: NETWORK }),
    facilitatorOf(await workshopNamed(db, `elsewhere-${count}`)),
  ])
    expect(await syncMinutes(db, actor, asked)).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
  for (const actor of [
    facilitatorOf(workshopId),
    holding({ role: 'rapporteur', scope: 'workshop', on: workshopId }),
    holding({ role: 'coordinator', scope: 'network', on: NETWORK }),
  ])
    expect((await syncMinutes(db, actor, asked)).ok).toBe(true);
  // An entry of other minutes is out of reach, even with its id.
  const there = new Device(db, otherMinutes);
  const entry = there.add({ text_fr: 'ailleurs' });
  await there.sync();
  const here = deviceOf(rapporteur);
  here.write(entry, { text_fr: 'volé' });
  expect((await here.sync())?.outcomes[0]).toMatchObject({ outcome: 'refused' });
});

it('forgets a day later who was there', async () => {
  await deviceOf().sync();
  const there = () =>
    db.reader.selectFrom('minutes_writers').selectAll().where('minutes_id', '=', minutesId).execute();
  const later = (hours: number) => () => new Date(clock().getTime() + hours * 3_600_000);
  await writersExpiring.purge(db, later(23));
  expect(await there()).toHaveLength(1);
  expect(await writersExpiring.purge(db, later(24))).toBeGreaterThan(0);
  expect(await there()).toEqual([]);
});

describe('an open page that brings nothing', () => {
  /** The database with every transaction counted. */
  function counting() {
    let count = 0;
    const counted: Database = {
      ...db,
      reader: db.reader,
      transaction: (work) => ((count += 1), db.transaction(work)),
    };
    return { counted, writes: () => count };
  }
  const later = (milliseconds: number) => () => new Date(Date.parse(at) + milliseconds);
  const asks = (target: Database, over: object, when: Clock = clock) =>
    syncMinutes(target, administrator, { minutesId, since: 0, sentAt: at, ...over } as never, when);

  it('writes nothing, but who is there every so often', async () => {
    const { counted, writes } = counting();
    const device = newId();
    const idle = { device, entry: null, operations: [] };
    const before = await journal();
    for (const second of [0, 3, 6, 9]) done(await asks(counted, idle, later(second * 1000)));
    expect(writes()).toBe(1);
    done(await asks(counted, idle, later(12_000)));
    expect(writes()).toBe(2);
    // Who is in another entry is seen there at once.
    const entry = newId();
    done(await asks(counted, { ...idle, entry }, later(13_000)));
    expect(writes()).toBe(3);
    expect(await journal()).toBe(before);
    const noted = await db.reader
      .selectFrom('minutes_writers')
      .select(['entry_id', 'seen_at'])
      .where('minutes_id', '=', minutesId)
      .execute();
    expect(noted).toEqual([{ entry_id: entry, seen_at: later(13_000)().toISOString() }]);
  });

  it('is answered what others wrote, and refused where it may not', async () => {
    const { counted, writes } = counting();
    const idle = { device: newId(), entry: null, operations: [] };
    done(await asks(counted, idle));
    const other = deviceOf();
    const entry = other.add({ text_fr: 'Nouveau' });
    await other.sync();
    const { answer } = done(await asks(counted, idle));
    expect(answer.entries.map(({ id }) => id)).toEqual([entry]);
    expect(answer.sequence).toBe(1);
    expect(writes()).toBe(1);
    const stranger = holding({ role: 'rapporteur', scope: 'session', on: newId() });
    expect(await syncMinutes(counted, stranger, { minutesId, since: 0, sentAt: at, ...idle }, clock)).toEqual(
      {
        ok: false,
        reason: 'platform_refused_not_allowed',
      },
    );
    expect(await asks(counted, { ...idle, since: -1 })).toMatchObject({ ok: false });
    expect(await asks(counted, { ...idle, minutesId: newId() })).toMatchObject({ ok: false });
  });
});

async function journal(): Promise<number> {
  const { count } = await db.reader
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
