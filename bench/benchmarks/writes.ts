import { alternate, summaryOf } from '../load/alternate.ts';
import { Histogram } from '../load/histogram.ts';
import { load } from '../load/load.ts';
import type { LoadResult } from '../load/plan.ts';
import { timingProcessor, type TimedRound } from '../load/processor.ts';
import { rounded, type Measure } from '../report/measure.ts';
import { startOwnNode, workshop, type OwnNode } from '../subjects/node.ts';
import { requestHeaders } from '../subjects/twin.ts';
import type { Benchmark } from './benchmark.ts';
import { timesOf } from './pages.ts';

/** Which share of the requests are writes. */
const SHARE = 0.01;

interface BusyRound extends TimedRound {
  misses: number;
}

export const writes: Benchmark = {
  name: 'writes',
  about: 'cached pages while 1% of the requests are writes that put these pages out of date',
  async run(bench) {
    if (bench.url) {
      bench.say('writes needs a writer inside the server, so it measures this program only.');
      return [];
    }
    const node = await startOwnNode(await bench.dataFolder());
    try {
      const paths = ['fr', 'ar', 'en'].map((locale) => `/${locale}/workshops/${workshop}`);
      const plan = { origin: node.url, paths, headers: requestHeaders, connections: bench.connections };
      const { a: busy, b: calm } = await alternate(
        (seconds) =>
          countingMisses(node, () => load({ ...plan, seconds, writes: { url: node.writer, share: SHARE } })),
        (seconds) => timingProcessor(node.pid, () => load({ ...plan, seconds })),
        bench,
      );
      const ours = summaryOf(busy);
      const ceiling = summaryOf(calm);
      return [
        {
          what: `pages under ${SHARE * 100}% writes`,
          unit: 'requests/s',
          figure: ours.perSecond,
          against: 'without writes',
          other: ceiling.perSecond,
          also: `${timesOf(ours, ceiling)}; ${workOf(busy)}`,
        },
        stalePages(busy),
      ];
    } finally {
      await node.stop();
    }
  },
};

async function countingMisses(node: OwnNode, run: () => Promise<LoadResult>): Promise<BusyRound> {
  const before = await node.cacheCounts();
  const result = await timingProcessor(node.pid, run);
  const after = await node.cacheCounts();
  return { ...result, misses: after.asked - before.asked - (after.had - before.had) };
}

function sum(rounds: readonly BusyRound[], of: (round: BusyRound) => number): number {
  return rounds.reduce((total, round) => total + of(round), 0);
}

/** The hit rate and the writes, in words. */
function workOf(rounds: readonly BusyRound[]): string {
  const times = new Histogram();
  for (const { writes } of rounds) times.add(writes.times);
  const hits = 1 - sum(rounds, ({ misses }) => misses) / sum(rounds, ({ requests }) => requests);
  const percentile = (share: number) => rounded(times.percentile(share) / 1000);
  return `hit rate ${rounded(hits * 100)}%; ${times.total} writes, median ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms`;
}

/** Pages that were older than a change acknowledged before they were asked for. */
function stalePages(rounds: readonly BusyRound[]): Measure {
  return {
    what: 'stale pages after an acknowledged write',
    unit: 'pages',
    figure: sum(rounds, ({ writes }) => writes.stale),
    against: 'pages checked',
    other: sum(rounds, ({ writes }) => writes.checked),
    goal: { of: 'figure', most: 0 },
  };
}
