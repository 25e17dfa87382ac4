import { median } from '../load/histogram.ts';
import type { Measure } from '../report/measure.ts';
import { root, startOptions } from '../subjects/node.ts';
import { bareCommand, freePort, timeToFirstPage } from '../subjects/program.ts';
import type { Benchmark } from './benchmark.ts';

export const start: Benchmark = {
  name: 'start',
  about: 'from `npm start` to the first page, everything being installed, built and loaded already',
  async run(bench) {
    if (bench.url) {
      bench.say('start measures this program only.');
      return [];
    }
    const dataFolder = await bench.dataFolder();
    const port = await freePort();
    const page = `http://127.0.0.1:${port}/fr`;
    const options = startOptions(port, dataFolder);
    const whole = () => timeToFirstPage(['npm', 'start', '--silent', '--', ...options], page, root);
    const server = () => timeToFirstPage([process.execPath, 'cli/main.ts', 'serve', ...options], page, root);
    const bare = () => timeToFirstPage(bareCommand(port), page, root);

    // The first builds where sources have changed, and fills the file system's cache.
    await whole();
    const times: Record<'whole' | 'server' | 'bare', number[]> = { whole: [], server: [], bare: [] };
    for (let round = 0; round < bench.rounds; round += 1) {
      times.whole.push(await whole());
      times.server.push(await server());
      times.bare.push(await bare());
    }
    const measure = (what: string, of: number[], most: number): Measure => ({
      what,
      unit: 's',
      figure: median(of) / 1000,
      against: 'node:http alone',
      other: median(times.bare) / 1000,
      goal: { of: 'figure', most },
      also: `slowest ${(Math.max(...of) / 1000).toFixed(2)} s of ${of.length}`,
    });
    return [
      measure('`npm start` to the first page', times.whole, 3),
      measure('the server’s own part of it', times.server, 3),
    ];
  },
};
