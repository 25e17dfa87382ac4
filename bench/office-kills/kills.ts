import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { namedFiles } from '#network/documents/queries.server.ts';
import { unnamedFiles } from '#network/retention/changes.server.ts';
import { openDatabase, type DatabaseLocation } from '#platform/database/open.ts';
import { openStore } from '#platform/files/store.ts';
import { startBurst, writers } from './burst.ts';
import { checkAll, type Round } from './check.ts';
import type { Cluster } from './cluster.ts';
import { JournalCheck } from './journal.ts';
import { Ledger } from './ledger.ts';
import { serverAt } from './server.ts';

/** What a number of kills left, all together. */
export interface Outcome extends Round {
  kills: number;
  /** Answers that were neither an acknowledgement nor cut off. */
  refusals: string[];
}

/** How long after its first acknowledgement a burst is killed, in milliseconds: any instant between these. */
const [SOONEST, LATEST] = [0, 1_200];

/** How long a server that has just started may take to acknowledge anything, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Serves the demonstration network, writes through the office's forms as several accounts do, and kills without
 * warning at any instant; then looks at everything that was ever acknowledged, and begins again.
 * @param cluster the database server that is killed in place of the node, which has to live through it
 * @param seen told of each round
 */
export async function killOffice(
  location: DatabaseLocation,
  kills: number,
  { cluster, seen = () => {} }: { cluster?: Cluster | undefined; seen?: (round: Round) => void } = {},
): Promise<Outcome> {
  const server = await serverAt(location);
  const ledger = new Ledger();
  const journal = new JournalCheck();
  const outcome: Outcome = {
    kills: 0,
    acknowledged: 0,
    lost: [],
    partial: [],
    stale: [],
    unacknowledged: 0,
    pages: 0,
    unnamed: 0,
    refusals: ledger.refusals,
  };
  await server.start();
  try {
    const cookies = new Map<string, string>();
    await Promise.all(
      writers.map(async (account) => void cookies.set(account, await server.signIn(account))),
    );
    while (outcome.kills < kills) {
      const stop = startBurst(server, ledger, cookies);
      await begun(ledger);
      await pause(randomInt(SOONEST, LATEST));
      await (cluster ?? server).kill();
      await stop();
      if (cluster) {
        await cluster.start();
        await server.healthy();
      } else await server.start();
      const round = await checkAll(location, server, ledger, journal, cookies);
      seen(round);
      outcome.kills += 1;
      outcome.acknowledged += round.acknowledged;
      outcome.unacknowledged += round.unacknowledged;
      outcome.pages += round.pages;
      outcome.unnamed = round.unnamed;
      for (const which of ['lost', 'partial', 'stale'] as const) outcome[which].push(...round[which]);
    }
    outcome.partial.push(...(await sweep(location)));
    return outcome;
  } finally {
    await server.kill();
  }
}

/** Resolves once something more has been acknowledged. */
async function begun(ledger: Ledger): Promise<void> {
  const count = () => ledger.subjects.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const before = count();
  const until = Date.now() + PATIENCE;
  while (count() === before && Date.now() < until) await pause(5);
}

/** Sweeps files as the node does in a night two days on. @returns what should not be: files that nothing names */
async function sweep(location: DatabaseLocation): Promise<string[]> {
  const store = openStore(location.dataFolder);
  const db = openDatabase(location);
  try {
    await unnamedFiles(store).purge(db, () => new Date(Date.now() + 2 * 86_400_000));
    const named = await namedFiles(db.reader);
    const unnamed = (await store.list()).filter((sha256) => !named.has(sha256));
    return unnamed.map((sha256) => `The file ${sha256} has no record and is not swept`);
  } finally {
    await db.close();
  }
}

/** Everything that should not be, of all kinds, one sentence each. */
export function faultsOf({ lost, partial, stale, refusals }: Outcome): string[] {
  return [...lost, ...partial, ...stale, ...refusals.map((refusal) => `Refused: ${refusal}`)];
}
