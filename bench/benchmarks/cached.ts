import type { Benchmark } from './benchmark.ts';
import { againstTwin, forEachPage, timesOf } from './pages.ts';

export const cached: Benchmark = {
  name: 'cached',
  about: 'a public page from the page cache, against a bare node:http server that sends the same bytes',
  run: (bench) =>
    forEachPage(bench, async (origin, page, node) => {
      const pid = node?.pid ?? bench.pid;
      const before = await node?.cacheCounts();
      const { ours, twin, bytes } = await againstTwin(bench, { origin, pid, page });
      const after = await node?.cacheCounts();
      if (before && after && after.asked - before.asked - (after.had - before.had) > 1)
        throw new Error(`${page} was made more than once: it is not a cached page`);
      return {
        what: `cached ${page} (${bytes} bytes)`,
        unit: 'requests/s',
        figure: ours.perSecond,
        against: 'node:http, same bytes',
        other: twin.perSecond,
        goal: { of: 'ratio', least: 0.9 },
        also: timesOf(ours, twin),
      };
    }),
};
