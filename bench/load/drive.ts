import { Connection, requestBytes } from './connection.ts';
import { Freshness } from './freshness.ts';
import { Histogram } from './histogram.ts';
import type { LoadPlan, LoadResult } from './plan.ts';
import type { Answer } from './response-reader.ts';

/**
 * Asks for pages on each connection, the next as soon as the last is answered (a closed loop: under load the
 * server sets the pace, so times are of a server kept busy, not of readers who come at a rate of their own).
 */
export async function drive(plan: LoadPlan): Promise<LoadResult> {
  const pages = plan.paths.map((path) => ({
    path,
    bytes: requestBytes('GET', plan.origin, path, plan.headers),
  }));
  const times = new Histogram();
  const writeTimes = new Histogram();
  const freshness = new Freshness();
  const statuses: Record<string, number> = {};
  const failures: Record<string, number> = {};
  let bytes = 0;

  const begun = performance.now();
  const end = begun + plan.seconds * 1000;

  async function timed(connection: Connection, request: Buffer, into: Histogram): Promise<Answer | null> {
    const sent = performance.now();
    try {
      const answer = await connection.ask(request);
      into.record((performance.now() - sent) * 1000);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      bytes += answer.bytes;
      return answer;
    } catch (error) {
      const { message } = error as Error;
      failures[message] = (failures[message] ?? 0) + 1;
      return null;
    }
  }

  async function readInTurn(): Promise<void> {
    const connection = new Connection(plan.origin);
    const writer = plan.writes && writerOf(plan.writes.url);
    while (performance.now() < end) {
      if (writer && plan.writes && Math.random() < plan.writes.share) {
        const answer = await timed(writer.connection, writer.bytes, writeTimes);
        if (answer) freshness.acknowledge(answer);
        continue;
      }
      const page = pages[pages.length === 1 ? 0 : Math.floor(Math.random() * pages.length)]!;
      const floor = freshness.acknowledged;
      const answer = await timed(connection, page.bytes, times);
      if (answer && plan.writes) freshness.check(page.path, answer, floor);
    }
    connection.close();
    writer?.connection.close();
  }

  await Promise.all(Array.from({ length: plan.connections }, readInTurn));
  const { checked, stale } = freshness;
  return {
    seconds: (performance.now() - begun) / 1000,
    requests: times.total,
    bytes,
    statuses,
    failures,
    times: times.counts(),
    writes: { times: writeTimes.counts(), checked, stale },
  };
}

function writerOf(url: string) {
  return { connection: new Connection(url), bytes: requestBytes('POST', url, new URL(url).pathname) };
}
