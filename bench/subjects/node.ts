import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '#platform/database/migrate.ts';
import type { Database } from '#platform/database/database.ts';
import { openDatabase } from '#platform/database/open.ts';
import { openStore } from '#platform/files/store.ts';
import { loadExercise } from '../../demo/exercise/load.ts';
import { loadDemonstration } from '../../demo/load.ts';
import type { CacheCounts, NodePlan, NodeReady } from './indimaj.ts';
import { Subject } from './subject.ts';

/** The workshop of the source text, the largest page there is. */
export const workshop = 'rabat-2018';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm start` runs, without npm. */
export function startCommand(port: number, dataFolder: string): string[] {
  return [process.execPath, 'scripts/launch.js', 'start', ...startOptions(port, dataFolder)];
}

/** Where a started node listens and keeps its records. */
export function startOptions(port: number, dataFolder: string): string[] {
  return ['--port', String(port), '--host', '127.0.0.1', '--data', dataFolder];
}

/** The pages that are measured where none is named. */
export const defaultPages = ['/fr', `/fr/workshops/${workshop}`];

/** A node of our own over the demonstration network, in a process of its own. */
export interface OwnNode extends NodeReady {
  pid: number;
  cacheCounts(): Promise<CacheCounts>;
  stop(): Promise<void>;
}

/**
 * Starts a node.
 * @param dataFolder from {@link demonstrationData}
 * @param databaseUrl where its records lie, unless in the folder
 */
export async function startOwnNode(dataFolder: string, databaseUrl?: string): Promise<OwnNode> {
  const plan: NodePlan = { dataFolder, databaseUrl, workshop };
  const subject = Subject.start(new URL('indimaj.ts', import.meta.url), plan);
  const ready = await subject.next<NodeReady>();
  return {
    ...ready,
    pid: subject.process.pid!,
    cacheCounts: () => subject.ask<CacheCounts>({}),
    stop: () => subject.stop(),
  };
}

/** Makes a data folder with the demonstration network, as a second start finds it; gone with this process. */
export function demonstrationData(): Promise<string> {
  return filledFolder(async (db) => void (await loadDemonstration(db)));
}

/** As {@link demonstrationData}, with the exercise network and its documents beside it. */
export function exerciseData(): Promise<string> {
  return filledFolder(
    async (db, folder) => void (await loadExercise(db, EXERCISE_DAY, { store: openStore(folder) })),
  );
}

/** The first day of the exercise's meeting to come; its whole workshop was half a year before. */
const EXERCISE_DAY = '2026-09-01';

async function filledFolder(fill: (db: Database, folder: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'indimaj-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const db = openDatabase({ dataFolder: folder });
  try {
    await migrate(db);
    await fill(db, folder);
  } finally {
    await db.close();
  }
  return folder;
}
