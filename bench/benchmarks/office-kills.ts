import { makeTestLocation, postgresAtHand } from '#platform/database/testing.ts';
import { makeCluster, postgresPrograms } from '../office-kills/cluster.ts';
import { faultsOf, killOffice, type Outcome } from '../office-kills/kills.ts';
import { freePort, makeEmptyFolder } from '../office-kills/place.ts';
import type { Measure } from '../report/measure.ts';
import type { Benchmark, Bench } from './benchmark.ts';

const KILLS = 30;

export const officeKills: Benchmark = {
  name: 'office-kills',
  about: `acknowledged edits through the office lost over ${KILLS} kill -9, on both engines, and of PostgreSQL itself`,
  async run(bench) {
    if (bench.url) {
      bench.say('office-kills kills a server of this program only.');
      return [];
    }
    const measures: Measure[] = [await killNode(bench, 'sqlite')];
    if (postgresAtHand) measures.push(await killNode(bench, 'postgres'));
    else bench.say('Killing the node over PostgreSQL is left out: TEST_DATABASE_URL names no server.');
    const programs = postgresPrograms();
    if (programs) measures.push(await killPostgres(bench, programs));
    else bench.say('Killing PostgreSQL is left out: it is not installed.');
    return measures;
  },
};

async function killNode(bench: Bench, engine: 'sqlite' | 'postgres'): Promise<Measure> {
  const { location, remove } = await makeTestLocation(engine);
  try {
    return measureOf(bench, `of the node (${engine})`, await killOffice(location, KILLS));
  } finally {
    await remove();
  }
}

async function killPostgres(bench: Bench, programs: string): Promise<Measure> {
  const cluster = await makeCluster(programs, await freePort());
  const { dataFolder, remove } = makeEmptyFolder();
  try {
    const location = { dataFolder, databaseUrl: cluster.url };
    return measureOf(bench, 'of PostgreSQL', await killOffice(location, KILLS, { cluster }));
  } finally {
    await cluster.remove();
    remove();
  }
}

function measureOf(bench: Bench, which: string, outcome: Outcome): Measure {
  const faults = faultsOf(outcome);
  for (const fault of faults.slice(0, 20)) bench.say(`  ${fault}`);
  return {
    what: `office edits lost, partial or stale after ${outcome.kills} kill -9 ${which}`,
    unit: 'faults',
    figure: faults.length,
    against: 'acknowledged',
    other: outcome.acknowledged,
    goal: { of: 'figure', most: 0 },
    also: `${outcome.unacknowledged} more were written, their acknowledgement cut off; ${outcome.pages} public pages read, ${outcome.unnamed} files without a record swept`,
  };
}
