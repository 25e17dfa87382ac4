import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Mode } from '#deliberation/opinion-groups/model.ts';
import type { Measure } from '../report/measure.ts';
import { rounded } from '../report/measure.ts';
import type { Benchmark } from './benchmark.ts';
import type { Figures, Room } from './groups-room.ts';

/** Rooms with three planted groups, and the milliseconds that an analysis may take; smaller ones have no goal. */
const rooms: {
  participants: number;
  statements: number;
  density: number;
  nothing?: number;
  update?: number;
  memory?: number;
}[] = [
  { participants: 200, statements: 40, density: 0.5 },
  { participants: 1_000, statements: 80, density: 0.4 },
  { participants: 5_000, statements: 150, density: 0.3 },
  { participants: 10_000, statements: 200, density: 0.233, nothing: 400, update: 40, memory: 200 },
  { participants: 100_000, statements: 500, density: 0.05, nothing: 8_000 },
];

export const groups: Benchmark = {
  name: 'groups',
  about: 'who agrees with whom, in rooms of 200 to 100,000 people with three planted groups',
  async run(bench) {
    const measures: Measure[] = [];
    for (const room of rooms) {
      for (const mode of ['indimaj', 'polis'] as const) {
        bench.say(`  ${room.participants} people, ${room.statements} statements, ${mode}`);
        const figures = await measured({ ...room, mode, rounds: bench.rounds });
        measures.push(...told(room, mode, figures));
      }
    }
    return measures;
  },
};

/** Each in a process of its own, so that its memory is its own. */
async function measured(room: Room): Promise<Figures> {
  const file = join(import.meta.dirname, 'groups-room.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    file,
    JSON.stringify(room),
  ]);
  return JSON.parse(stdout) as Figures;
}

function told(room: (typeof rooms)[number], mode: Mode, figures: Figures): Measure[] {
  const size = `${figures.votes.toLocaleString('en')} votes of ${room.participants.toLocaleString('en')} people on ${room.statements} statements`;
  const name = mode === 'polis' ? `as Polis, ${size}` : size;
  const beside = { unit: 'ms', against: 'a single pass over them', other: median(figures.pass) };
  const own = mode === 'indimaj';
  const steps = Object.entries(figures.steps).map(([step, time]) => `${step} ${rounded(time)}`);
  const found: Measure[] = [
    {
      ...beside,
      what: `${name}, from nothing`,
      figure: median(figures.nothing),
      ...(own && room.nothing && { goal: { of: 'figure', most: room.nothing } }),
      also: `${rounded(figures.processor)} ms of processor; the first of its process ${rounded(figures.first)} ms; ${steps.join(', ')}; ${figures.k} groups, adjusted Rand index ${figures.index.toFixed(3)}`,
    },
    {
      ...beside,
      what: `${name}, after 100 more votes`,
      figure: median(figures.update),
      ...(own && room.update && { goal: { of: 'figure', most: room.update } }),
      also: `${rounded(figures.updateProcessor)} ms of processor`,
    },
  ];
  if (own && room.memory)
    found.push({
      what: `${name}, memory at its highest`,
      unit: 'MB',
      figure: figures.memory,
      against: 'with the votes alone',
      other: figures.memoryBefore,
      goal: { of: 'figure', most: room.memory },
    });
  return found;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
