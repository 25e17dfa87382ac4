import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Database } from '#platform/database/database.ts';
import { openDatabase, type DatabaseLocation } from '#platform/database/open.ts';
import { entriesAfter } from '#platform/journal/read.ts';

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

/** What one kill left. */
export interface Round {
  /** Records whose writing had been acknowledged when the process was killed. */
  acknowledged: number;
  /** Of these, how many are not there, or not as they were written. */
  lost: number;
  /** Journal entries without their record's content, and contents without their entry. */
  partial: number;
  /** Records that were written and whose acknowledgement the kill cut off; allowed. */
  unacknowledged: number;
}

/**
 * Starts the writer, kills it (SIGKILL) once it has acknowledged `after` records, opens the database again and
 * compares what is there with what was said to be.
 * @param known ids that were there before; those of this round are added
 */
export async function killOnce(
  location: DatabaseLocation,
  after: number,
  known: Set<string>,
): Promise<Round> {
  const acknowledged = await writeUntilKilled(location, after);
  const db = openDatabase(location);
  try {
    const { rows, entries } = await settled(db);
    const contents = new Map(rows.map((row) => [row.id, row]));
    const steps = Map.groupBy(entries, (entry) => entry.recordId);
    const whole = (id: string) => {
      const [made, changed, ...more] = steps.get(id) ?? [];
      const complete = made?.verb === 'create' && changed?.verb === 'update' && more.length === 0;
      return complete && JSON.stringify(sorted(changed.after)) === JSON.stringify(sorted(contents.get(id)));
    };
    const all = new Set([...contents.keys(), ...steps.keys()]);
    const round = {
      acknowledged: acknowledged.length,
      lost: [...known, ...acknowledged].filter((id) => !whole(id)).length,
      partial: [...all].filter((id) => !whole(id)).length,
      unacknowledged: [...all].filter((id) => !known.has(id) && !acknowledged.includes(id)).length,
    };
    for (const id of all) known.add(id);
    return round;
  } finally {
    await db.close();
  }
}

/**
 * Records and journal once nothing moves any more: a server of PostgreSQL may still commit what the killed process
 * had sent it, and that between the reading of the one and of the other.
 */
async function settled(db: Database) {
  const look = async () => ({
    rows: await db.reader.selectFrom('sources').selectAll().execute(),
    entries: await entriesAfter(db, 0, { most: 1_000_000 }),
  });
  for (let seen = await look(); ;) {
    const again = await look();
    if (again.rows.length === seen.rows.length && again.entries.length === seen.entries.length) return again;
    seen = again;
  }
}

/** @returns the ids whose writing the process acknowledged before it died */
async function writeUntilKilled(location: DatabaseLocation, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, JSON.stringify(location)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ids: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_code, signal) => resolve(signal)),
  );
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (id) => {
    ids.push(id);
    if (ids.length === after) child.kill('SIGKILL');
  });
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself.\n${errors}`);
  return ids;
}

function sorted(row: object | null | undefined): [string, unknown][] {
  return Object.entries(row ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
