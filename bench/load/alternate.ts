import { Histogram, median } from './histogram.ts';
import type { TimedRound } from './processor.ts';

/** How long a server is kept busy before it is measured, in seconds. */
const WARM_UP = 2;

/** Puts load on one server for a while. */
export type Round<Result> = (seconds: number) => Promise<Result>;

/**
 * Measures two servers in turn, A B A B…, so that whatever else the machine does meets both alike.
 * Each is warmed up first.
 */
export async function alternate<A, B>(
  a: Round<A>,
  b: Round<B>,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<{ a: A[]; b: B[] }> {
  await a(WARM_UP);
  await b(WARM_UP);
  const results = { a: [] as A[], b: [] as B[] };
  for (let round = 0; round < rounds; round += 1) {
    results.a.push(await a(seconds));
    results.b.push(await b(seconds));
  }
  return results;
}

/** What all rounds of one server come to. */
export interface Summary {
  /** The median of the rounds. */
  perSecond: number;
  /** Median and 99th percentile over all requests of all rounds, in milliseconds. */
  median: number;
  p99: number;
  /** Processor time of the server for a request, in microseconds, and how busy it was, from 0 to 1. */
  processor: number;
  busy: number;
}

export function summaryOf(rounds: readonly TimedRound[]): Summary {
  const times = new Histogram();
  for (const round of rounds) times.add(round.times);
  return {
    perSecond: median(rounds.map(({ requests, seconds }) => requests / seconds)),
    median: times.percentile(0.5) / 1000,
    p99: times.percentile(0.99) / 1000,
    processor: median(rounds.map(({ processor, requests }) => (processor / requests) * 1e6)),
    busy: median(rounds.map(({ processor, seconds }) => processor / seconds)),
  };
}
