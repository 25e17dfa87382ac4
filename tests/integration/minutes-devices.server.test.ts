import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { addItem } from '#events/programme/changes.server.ts';
import { contestedFields, entryKinds } from '#events/minutes-entries/model.ts';
import { rankAt, view } from '#events/minutes-replica/model.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { contentOf } from '#events/minutes-sync/queries.server.ts';
import { Device } from '../support/devices.ts';
import { seeded, testSeed, type Random } from '../support/random.ts';
import { administrator, inFrench, workshopNamed } from '../support/workshops.ts';

let db: TestDatabase;
let minutesId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const workshopId = await workshopNamed(db, 'minutes');
  const session = { workshopId, kind: 'session' as const, title: inFrench('Gouvernance'), contributions: [] };
  const itemId = done(await addItem(db, administrator, session)).id;
  minutesId = done(await openMinutes(db, administrator, { itemId })).id;
});
afterAll(() => db.close());

it('converges and loses no text, whatever three devices do on a bad line', async () => {
  const seed = testSeed();
  const random = seeded(seed);
  const devices = [new Device(db, minutesId), new Device(db, minutesId), new Device(db, minutesId)];
  const written: string[] = [];
  for (let step = 0; step < 250; step += 1) {
    const device = random.pick(devices);
    if (random.chance(0.35)) await device.sync(random.pick(['nothing', 'nothing', 'request', 'answer']));
    else act(device, random, written);
  }
  // The line is back: what was on its way goes once more, then what was written since, then each hears the others.
  for (let round = 0; round < 3; round += 1) for (const device of devices) await device.sync();
  const rows = await db.reader
    .selectFrom('minutes_entries')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .execute();
  const there = new Map(rows.map((row) => [row.id, { ...contentOf(row), id: row.id, version: row.version }]));
  const open = await db.reader
    .selectFrom('minutes_rivals')
    .select(['id', 'value'])
    .where('minutes_id', '=', minutesId)
    .where('settled_at', 'is', null)
    .execute();
  for (const { replica } of devices) {
    expect(replica.pending, `seed ${seed}`).toEqual([]);
    expect(replica.entries, `seed ${seed}`).toEqual(Object.fromEntries(there));
    expect(Object.keys(replica.rivals).toSorted(), `seed ${seed}`).toEqual(
      open.map(({ id }) => id).toSorted(),
    );
  }
  await expectNothingOverwrittenUnseen(seed);
  const asked = await db.reader
    .selectFrom('minutes_operations')
    .select('asked')
    .where('minutes_id', '=', minutesId)
    .execute();
  const log = asked.map((row) => row.asked).join('\n');
  // What a device typed over before it sent it is nobody's loss; every text it sent stands in the log.
  expect(written.filter((text) => log.includes(`"${text}"`)).length, `seed ${seed}`).toBeGreaterThan(20);
  const last = devices.flatMap(({ replica }) => replica.returned);
  expect(last, `seed ${seed}`).toEqual([]);
});

function act(device: Device, random: Random, written: string[]): void {
  const entries = view(device.replica);
  const rivals = Object.values(device.replica.rivals);
  const text = random.word();
  if (entries.length < 4 || random.chance(0.1)) {
    written.push(text);
    device.add({ text_fr: text, kind: random.pick(entryKinds) });
    return;
  }
  const entry = random.pick(entries);
  const rival = random.chance(0.4) ? rivals[0] : undefined;
  if (rival) {
    const standing = entries.find(({ id }) => id === rival.entry_id)?.[rival.field] ?? null;
    written.push(text);
    device.write(rival.entry_id, { [rival.field]: random.pick([rival.value, standing, text]) }, rival.id);
  } else if (random.chance(0.15)) device.write(entry.id, { removed: random.pick([0, 1]) });
  else if (random.chance(0.2)) {
    const others = entries.filter(({ id }) => id !== entry.id);
    device.write(entry.id, { rank: rankAt(others, random.int(others.length + 1)) });
  } else {
    const field = random.pick(contestedFields.filter((name) => name !== 'due_on'));
    written.push(text);
    device.write(entry.id, { [field]: text });
  }
}

/** No text gave way to another device's that had not seen it, but where a person chose. */
async function expectNothingOverwrittenUnseen(seed: number): Promise<void> {
  const rows = await db.reader
    .selectFrom('minutes_operations')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .where('version', 'is not', null)
    .orderBy('entry_id')
    .orderBy('version')
    .execute();
  const introduced = new Map<string, { version: number; device: string }>();
  for (const row of rows) {
    const { base, settles } = JSON.parse(row.asked);
    for (const field of Object.keys(JSON.parse(row.changed))) {
      const key = `${row.entry_id} ${field}`;
      const before = introduced.get(key);
      const contested = (contestedFields as readonly string[]).includes(field);
      if (before && contested && before.device !== row.device_id && !settles)
        expect(base, `seed ${seed}: ${key} ${row.version}`).toBeGreaterThanOrEqual(before.version);
      introduced.set(key, { version: row.version!, device: row.device_id });
    }
  }
}
