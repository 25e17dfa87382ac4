import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Measure } from '../report/measure.ts';
import { defaultPages, root, startCommand, workshop } from '../subjects/node.ts';
import { bareCommand, freePort, processTree, startProgram } from '../subjects/program.ts';
import { ask } from '../subjects/twin.ts';
import type { Benchmark } from './benchmark.ts';

/** How long a process is left alone before its memory is read, in milliseconds. */
export const REST = 15_000;

const GOAL = { of: 'figure', most: 150 } as const;

export const memory: Benchmark = {
  name: 'memory',
  about: 'resident memory at rest: after the start, after 1,000 pages, after cards were drawn',
  async run(bench) {
    if (bench.url && !bench.pid) {
      bench.say('memory of another server needs its process: --pid NUMBER.');
      return [];
    }
    const own = bench.url ? null : await startOwn(await bench.dataFolder());
    const origin = bench.url ?? own!.origin;
    const pid = bench.pid ?? own!.pid;
    try {
      await wait(REST);
      const atRest = resident(pid);
      const pages = bench.pages.length > 0 ? bench.pages : bench.url ? ['/'] : defaultPages;
      const bare = await bareMemory();
      const measure = (what: string, figure: number, goal?: Measure['goal']): Measure => ({
        what: `memory ${what}`,
        unit: 'MB',
        figure,
        against: 'node:http alone',
        other: bare,
        ...(goal && { goal }),
      });
      const launcher = own && `the launcher that watches over it: ${Math.round(resident(own.launcher))} MB`;
      const measures = [
        { ...measure('at rest after the start', atRest, GOAL), ...(launcher && { also: launcher }) },
      ];

      // Half of them made anew: what making pages leaves behind is what matters.
      const paths = bench.url ? pages : pages.flatMap((page) => [page, `${page}?uncached`]);
      await askFor(1_000, origin, paths);
      await wait(REST);
      measures.push(measure('at rest after 1,000 pages', resident(pid), GOAL));
      if (bench.url) return measures;

      await askFor(6, origin, cards());
      measures.push(measure('once cards were drawn', resident(pid)));
      await wait(REST);
      measures.push(measure('at rest after cards', resident(pid)));
      return measures;
    } finally {
      await own?.stop();
    }
  },
};

async function bareMemory(): Promise<number> {
  const port = await freePort();
  const { pid, stop } = await startProgram(bareCommand(port), `http://127.0.0.1:${port}/`, root);
  try {
    await wait(REST);
    return resident(pid);
  } finally {
    await stop();
  }
}

/** This program as `npm start` starts it. */
async function startOwn(dataFolder: string) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { pid, stop } = await startProgram(startCommand(port, dataFolder), `${origin}/fr`, root);
  return { origin, launcher: pid, pid: processTree(pid).at(-1)!, stop };
}

/** The addresses of the images drawn for the home page and one workshop. */
function cards(): string[] {
  return ['fr', 'ar', 'en'].flatMap((locale) => [
    `/${locale}/card.png`,
    `/${locale}/workshops/${workshop}/card.png`,
  ]);
}

async function askFor(count: number, origin: string, paths: string[]): Promise<void> {
  for (let asked = 0; asked < count; asked += 1) await ask(origin, paths[asked % paths.length]!);
}

/** A process's resident memory in MB (1,048,576 bytes). */
export function resident(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (!found) throw new Error(`Process ${pid} does not say how much memory it holds`);
  return Number(found) / 1024;
}
