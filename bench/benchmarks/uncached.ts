import type { Benchmark } from './benchmark.ts';
import { againstTwin, forEachPage, timesOf } from './pages.ts';

/** An address with a query is never kept by the page cache, so the page is made for each request. */
const QUERY = '?uncached';

export const uncached: Benchmark = {
  name: 'uncached',
  about: 'a page made anew for each request, against a bare node:http server that sends the same bytes',
  run: (bench) =>
    forEachPage(bench, async (origin, page, node) => {
      const address = node ? page + QUERY : page;
      const pid = node?.pid ?? bench.pid;
      const before = await node?.cacheCounts();
      const { ours, twin, bytes } = await againstTwin(bench, { origin, pid, page: address });
      const after = await node?.cacheCounts();
      if (before && after && after.had > before.had) throw new Error(`${address} came from the page cache`);
      return {
        what: `uncached ${page} (${bytes} bytes)`,
        unit: 'requests/s',
        figure: ours.perSecond,
        against: 'node:http, same bytes',
        other: twin.perSecond,
        goal: { of: 'figure', least: 500 },
        also: timesOf(ours, twin),
      };
    }),
};
