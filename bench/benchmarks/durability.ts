import { makeTestLocation, postgresAtHand } from '#platform/database/testing.ts';
import { killRepeatedly } from '../durability/kills.ts';
import type { Measure } from '../report/measure.ts';
import type { Benchmark } from './benchmark.ts';

const KILLS = 30;

export const durability: Benchmark = {
  name: 'durability',
  about: `acknowledged journal writes lost over ${KILLS} kill -9 in a burst, on both engines`,
  async run(bench) {
    if (bench.url) {
      bench.say('durability kills a writer of this program only.');
      return [];
    }
    const measures: Measure[] = [await measure('sqlite')];
    if (postgresAtHand) measures.push(await measure('postgres'));
    else bench.say('PostgreSQL is left out: TEST_DATABASE_URL names no server.');
    return measures;
  },
};

async function measure(engine: 'sqlite' | 'postgres'): Promise<Measure> {
  const { location, remove } = await makeTestLocation(engine);
  try {
    const { lost, partial, acknowledged, unacknowledged } = await killRepeatedly(location, KILLS);
    return {
      what: `writes lost or partial after ${KILLS} kill -9 (${engine})`,
      unit: 'writes',
      figure: lost + partial,
      against: 'acknowledged',
      other: acknowledged,
      goal: { of: 'figure', most: 0 },
      also: `${unacknowledged} more were written, their acknowledgement cut off`,
    };
  } finally {
    await remove();
  }
}
