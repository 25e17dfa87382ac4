import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '#platform/database/database.ts';
import { instant, systemClock } from '#platform/clock/clock.ts';
import { postgresServer, startNetwork, type LongNetwork } from '../follow-up/network.ts';
import { questions, type Question } from '../follow-up/questions.ts';
import { Histogram } from '../load/histogram.ts';
import type { Measure } from '../report/measure.ts';
import type { Benchmark } from './benchmark.ts';
import { REST, resident } from './memory.ts';

/** How often each question is asked in a round, and how often before anything is measured, as of a node that runs. */
const ASKED = 60;
const WARM = 60;
/** The most that a median may take, in milliseconds. */
const MOST = 20;
/** The shorter history, beside the whole. */
const SHORTER = 0.1;

export const followUp: Benchmark = {
  name: 'follow-up',
  about: 'a register of 10,000 recommendations, 50,000 commitments and 250,000 reports, beside a tenth of it',
  async run(bench) {
    if (bench.url) {
      bench.say('follow-up fills a database of its own, so it measures this program only.');
      return [];
    }
    const measures: Measure[] = [];
    const engines: Engine[] = postgresServer() ? ['sqlite', 'postgres'] : ['sqlite'];
    for (const engine of engines) {
      const day = instant(systemClock).slice(0, 10);
      bench.say(`  filling ${engine}`);
      const shorter = await startNetwork(engine, SHORTER, day);
      const whole = await startNetwork(engine, 1, day);
      // The morning's reminders, which a node sends once it has started, are a question of their own.
      await wait(REST);
      try {
        for (const question of questions) {
          const measure = await measured(question, whole, shorter, bench.rounds);
          measures.push({ ...measure, what: `${engine}: ${measure.what}` });
        }
        await wait(REST);
        measures.push({
          what: `${engine}: memory at rest afterwards`,
          unit: 'MB',
          figure: resident(whole.node.pid),
          against: 'a tenth of the history',
          other: resident(shorter.node.pid),
        });
      } finally {
        await shorter.stop();
        await whole.stop();
      }
    }
    return measures;
  },
};

async function measured(
  question: Question,
  whole: LongNetwork,
  shorter: LongNetwork,
  rounds: number,
): Promise<Measure> {
  const [own, other] = [new Histogram(), new Histogram()];
  const most = question.most ?? Infinity;
  if (most === Infinity)
    for (const network of [shorter, whole])
      await askAll(question, network, { from: 0, to: WARM }, new Histogram());
  for (let round = 0; round < rounds; round += 1) {
    const from = WARM + round * ASKED;
    const part = { from, to: from + Math.min(ASKED, Math.ceil(most / rounds)) };
    await askAll(question, shorter, part, other);
    await askAll(question, whole, part, own);
  }
  return {
    what: question.what,
    unit: 'ms',
    figure: own.percentile(0.5) / 1_000,
    against: 'a tenth of the history',
    other: other.percentile(0.5) / 1_000,
    ...(question.goal !== null && { goal: { of: 'figure', most: MOST } }),
    also: `p99 ${ms(own.percentile(0.99))}; beside: p99 ${ms(other.percentile(0.99))}`,
  };
}

async function askAll(
  question: Question,
  network: LongNetwork,
  { from, to }: { from: number; to: number },
  times: Histogram,
): Promise<void> {
  for (let number = from; number < to; number += 1) {
    const id = (await question.prepare?.(network, number)) ?? '';
    const start = performance.now();
    await question.ask(network, number, id);
    times.record((performance.now() - start) * 1_000);
  }
}

function ms(microseconds: number): string {
  return `${(microseconds / 1_000).toFixed(1)} ms`;
}
