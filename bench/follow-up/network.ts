import { migrate } from '#platform/database/migrate.ts';
import type { Database, Engine } from '#platform/database/database.ts';
import { openDatabase, type DatabaseLocation } from '#platform/database/open.ts';
import { makeTestLocation } from '#platform/database/testing.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { startOwnNode, type OwnNode } from '../subjects/node.ts';
import { fillFollowUp, full } from './fill.ts';
import type { Frame } from './frame.ts';

/** A network with a history, a node that serves it, and a connection of one's own beside it. */
export interface LongNetwork {
  frame: Frame;
  node: OwnNode;
  db: Database;
  /** How many recommendations there are. */
  recommendations: number;
  stop(): Promise<void>;
}

/** The server on which databases are created for a measurement; undefined where the environment names none. */
export function postgresServer(): string | undefined {
  return process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];
}

/**
 * Makes a network and starts a node over it.
 * @param share how much of the whole history it has
 */
export async function startNetwork(engine: Engine, share: number, day: string): Promise<LongNetwork> {
  if (engine === 'postgres') process.env['TEST_DATABASE_URL'] ??= postgresServer();
  const { location, remove } = await makeTestLocation(engine);
  const recommendations = full.recommendations * share;
  const frame = await fill(location, recommendations, day);
  const node = await startOwnNode(location.dataFolder, location.databaseUrl);
  const db = openDatabase(location);
  const stop = async () => {
    await db.close();
    await node.stop();
    await remove();
  };
  return { frame, node, db, recommendations, stop };
}

async function fill(location: DatabaseLocation, recommendations: number, day: string): Promise<Frame> {
  const db = openDatabase(location);
  try {
    await migrate(db);
    await loadDemonstration(db);
    return await fillFollowUp(db, { ...full, recommendations }, day);
  } finally {
    await db.close();
  }
}
