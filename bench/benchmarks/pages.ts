import { alternate, summaryOf, type Summary } from '../load/alternate.ts';
import { load } from '../load/load.ts';
import { timingProcessor } from '../load/processor.ts';
import { rounded, type Measure } from '../report/measure.ts';
import { defaultPages, startOwnNode, type OwnNode } from '../subjects/node.ts';
import { ask, requestHeaders, startTwin } from '../subjects/twin.ts';
import type { Bench } from './benchmark.ts';

/**
 * Runs something for each page: of the address that was given, or of a node of our own.
 * @param work `node` is null where an address was given.
 */
export async function forEachPage(
  bench: Bench,
  work: (origin: string, page: string, node: OwnNode | null) => Promise<Measure>,
): Promise<Measure[]> {
  const node = bench.url ? null : await startOwnNode(await bench.dataFolder());
  try {
    const pages = bench.pages.length > 0 ? bench.pages : bench.url ? ['/'] : defaultPages;
    const measures: Measure[] = [];
    for (const page of pages) measures.push(await work(bench.url ?? node!.url, page, node));
    return measures;
  } finally {
    await node?.stop();
  }
}

/** Measures a page in turn with a bare server that sends the same bytes. */
export async function againstTwin(
  bench: Bench,
  { origin, pid, page }: { origin: string; pid: number | undefined; page: string },
): Promise<{ ours: Summary; twin: Summary; bytes: number }> {
  const answer = await ask(origin, page);
  const twin = await startTwin(answer);
  try {
    const plan = { paths: [page], headers: requestHeaders, connections: bench.connections };
    const { a, b } = await alternate(
      (seconds) => timingProcessor(pid, () => load({ ...plan, origin, seconds })),
      (seconds) => timingProcessor(twin.pid, () => load({ ...plan, origin: twin.url, seconds })),
      bench,
    );
    return { ours: summaryOf(a), twin: summaryOf(b), bytes: answer.bytes };
  } finally {
    await twin.stop();
  }
}

/** Times beside a throughput, and whether the server was what held the load up. */
export function timesOf(ours: Summary, other: Summary): string {
  const of = ({ median, p99, processor, busy }: Summary) => {
    const times = `median ${rounded(median)} ms, p99 ${rounded(p99)} ms`;
    if (Number.isNaN(processor)) return times;
    return `${times}, ${rounded(processor)} µs of processor a request, busy ${Math.round(busy * 100)}%`;
  };
  return `${of(ours)}; beside: ${of(other)}`;
}
