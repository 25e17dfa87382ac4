import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HttpDevice, openedMinutes } from '../../bench/minutes/devices.ts';
import { serverAt } from '../../bench/office-kills/server.ts';
import { openDatabase } from '#platform/database/open.ts';
import { makeTestLocation } from '#platform/database/testing.ts';

let place: Awaited<ReturnType<typeof makeTestLocation>>;
beforeEach(async () => {
  place = await makeTestLocation();
});
afterEach(() => place.remove());

it('a server killed while four devices send their notes loses none and doubles none', async () => {
  const server = await serverAt(place.location);
  await server.start();
  const cookie = await server.signIn('coordinator');
  const minutes = await openedMinutes(server, cookie);
  const devices = Array.from({ length: 4 }, () => new HttpDevice(server, minutes, cookie));
  let cut = 0;
  for (let kill = 0; kill < 3; kill += 1) {
    let over = false;
    const writing = devices.map(async (device, index) => {
      for (let step = 0; !over; step += 1) {
        device.type(`appareil ${index}, coupure ${kill}, note ${step}`, step % 3 === 0);
        if ((await device.sync()) === null) cut += 1;
      }
    });
    await pause(400 + kill * 150);
    const killed = server.kill();
    await pause(50);
    over = true;
    await Promise.all([killed, ...writing]);
    await server.start();
  }
  for (let round = 0; round < 3; round += 1)
    for (const device of devices) expect(await device.sync()).not.toBeNull();
  await server.kill();

  expect(cut).toBeGreaterThan(0);
  const db = openDatabase(place.location);
  try {
    const rows = await db.reader.selectFrom('minutes_entries').select(['id', 'text_fr']).execute();
    const there = Object.fromEntries(rows.map(({ id, text_fr }) => [id, text_fr]));
    // Each device wrote in entries of its own: what stands is the last it wrote there.
    const wanted = devices.flatMap(({ written }) => written.map(({ entry, text }) => [entry, text] as const));
    expect(there).toEqual(Object.fromEntries(wanted));
    const log = await db.reader
      .selectFrom('minutes_operations')
      .select(['id', 'entry_id', 'version'])
      .where('version', 'is not', null)
      .execute();
    expect(new Set(log.map(({ entry_id, version }) => `${entry_id} ${version}`)).size).toBe(log.length);
    expect(await db.reader.selectFrom('minutes_rivals').select('id').execute()).toEqual([]);
    for (const { replica } of devices) expect([replica.pending, replica.returned]).toEqual([[], []]);
  } finally {
    await db.close();
  }
}, 240_000);
