import { setTimeout as pause } from 'node:timers/promises';
import { HttpDevice, openedMinutes } from '../minutes/devices.ts';
import { makeEmptyFolder } from '../office-kills/place.ts';
import { serverAt } from '../office-kills/server.ts';
import type { Measure } from '../report/measure.ts';
import type { Benchmark } from './benchmark.ts';

/** How many rapporteurs write at once. */
const RAPPORTEURS = 20;

/** How often each of them stops typing, so that a note is sent, in milliseconds. */
const EVERY = 1_000;

export const minutes: Benchmark = {
  name: 'minutes',
  about: `${RAPPORTEURS} rapporteurs write minutes at once: how long a note takes until it is kept`,
  async run(bench) {
    if (bench.url) {
      bench.say('minutes signs in to a node of its own, so it measures this program only.');
      return [];
    }
    const { dataFolder, remove } = makeEmptyFolder();
    const server = await serverAt({ dataFolder });
    try {
      await server.start();
      const cookie = await server.signIn('coordinator');
      const id = await openedMinutes(server, cookie);
      const devices = Array.from({ length: RAPPORTEURS }, () => new HttpDevice(server, id, cookie));
      const kept: number[] = [];
      const empty: number[] = [];
      for (let round = 0; round < bench.rounds; round += 1) {
        await Promise.all(devices.map((device, index) => ask(device, index, bench.seconds, empty)));
        await Promise.all(devices.map((device, index) => note(device, index, bench.seconds, kept)));
      }
      return [50, 99].map((percent): Measure => ({
        what: `a note of ${RAPPORTEURS} rapporteurs, ${percent}th percentile`,
        unit: 'ms',
        figure: percentile(kept, percent),
        against: 'the same request with nothing to keep',
        other: percentile(empty, percent),
        also: `${kept.length} notes, each acknowledged once it was on the disk`,
      }));
    } finally {
      await server.kill();
      remove();
    }
  },
};

/** Writes for some seconds as a person does, and tells how long each note took. */
async function note(device: HttpDevice, index: number, seconds: number, times: number[]): Promise<void> {
  await pause((index * EVERY) / RAPPORTEURS);
  const until = Date.now() + seconds * 1_000;
  for (let step = 0; Date.now() < until; step += 1) {
    device.type(`Note ${step} du rapporteur ${index} : les régions en ont parlé.`, step % 10 === 0);
    times.push((await device.sync()) ?? Number.NaN);
    await pause(EVERY);
  }
}

async function ask(device: HttpDevice, index: number, seconds: number, times: number[]): Promise<void> {
  await pause((index * EVERY) / RAPPORTEURS);
  const until = Date.now() + seconds * 1_000;
  while (Date.now() < until) {
    times.push((await device.sync()) ?? Number.NaN);
    await pause(EVERY);
  }
}

/** The time that so many of a hundred were not longer than. */
function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
