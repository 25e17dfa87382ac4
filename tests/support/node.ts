import { loadExercise } from '../../demo/exercise/load.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase, type DatabaseLocation } from '#platform/database/open.ts';
import { makeTestLocation, testEngine } from '#platform/database/testing.ts';
import { openStore } from '#platform/files/store.ts';
import type { Log } from '#platform/log/log.ts';
import { serve, type RunningNode } from '../../src/server.ts';

/** Who writes in these tests. */
export const tester = systemActor('test');

/** A node of one test file's own, with the pages as built, on a free port of this machine. */
export interface TestNode extends RunningNode {
  /** Its address without a trailing slash. */
  url: string;
  location: DatabaseLocation;
  /** What it logged as an error; a test file ends by expecting none. */
  errors: unknown[];
  /** Asks for a path; redirects are not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Writes in one transaction, and resolves once every page is as fresh as what was written. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/**
 * Starts the one node of a test file on the engine under test; `stop` removes its data.
 * @param clock what the pages take for the present
 * @param empty true leaves the demonstration network out
 * @param exercise true loads an exercise beside it
 */
export async function startNode({
  clock,
  empty = false,
  exercise = false,
}: { clock?: Clock; empty?: boolean; exercise?: boolean } = {}): Promise<TestNode> {
  const { location, remove } = await makeTestLocation(
    testEngine,
    empty ? undefined : await loaded(exercise ? 'exercise' : 'demonstration'),
  );
  const errors: unknown[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (message, fields) => void errors.push({ message, ...fields }),
  };
  const node = await serve({
    ...location,
    databaseUrl: location.databaseUrl,
    host: '127.0.0.1',
    port: 0,
    portAsked: true,
    publicUrl: undefined,
    log,
    ...(clock && { clock }),
  });
  const url = `http://127.0.0.1:${node.port}`;
  return {
    ...node,
    url,
    location,
    errors,
    get: (path, headers = {}) => fetch(url + path, { redirect: 'manual', headers }),
    async write(work) {
      const written = await node.services.db.transaction(work);
      await node.settled();
      return written;
    },
    async stop() {
      await node.stop();
      await remove();
    },
  };
}

type Network = 'demonstration' | 'exercise';
const networks = new Map<Network, Promise<DatabaseLocation>>();

/** Where a network lies that nodes of this process copy: to load it again takes many times as long. It goes with the run. */
function loaded(network: Network): Promise<DatabaseLocation> {
  let place = networks.get(network);
  if (!place) networks.set(network, (place = load(network)));
  return place;
}

async function load(network: Network): Promise<DatabaseLocation> {
  const { location } = await makeTestLocation();
  const db = openDatabase(location);
  await migrate(db);
  if (network === 'demonstration') await loadDemonstration(db);
  else await loadExercise(db, '2027-04-10', { store: openStore(location.dataFolder) });
  await db.close();
  return location;
}

/** The addresses of the node's sitemap, each with its locale, in the sitemap's order. */
export async function publicPages(node: Pick<TestNode, 'get' | 'publicUrl'>): Promise<string[]> {
  const sitemap = await (await node.get('/sitemap.xml')).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
    address.slice(node.publicUrl.length),
  );
}
