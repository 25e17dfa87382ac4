import pg from 'pg';

/** Says that a PostgreSQL database is used by servers, or is being restored. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';
}

/** The number under which a database's servers share a lock; a restore holds it alone. */
const LOCK = 4714301;

/** How long after a lost connection the lock is taken again, in milliseconds. */
const AGAIN = 2_000;

/**
 * Holds a PostgreSQL database: `shared` by any number of servers, or `alone` by a restore. The lock belongs to
 * a connection, so it ends with the process however that ends; a connection that breaks is made anew.
 * @throws DatabaseInUse where the other kind of use is going on.
 * @returns a function that lets the database go.
 */
export async function holdDatabase(
  databaseUrl: string,
  how: 'shared' | 'alone',
): Promise<() => Promise<void>> {
  let released = false;
  let held: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function take(): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => {
      // A connection that breaks may say so more than once.
      if (held !== client) return;
      held = undefined;
      againLater();
    });
    try {
      await client.connect();
      const attempt = how === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
      const { rows } = await client.query(`select ${attempt}($1) as held`, [LOCK]);
      if (!rows[0].held) throw new DatabaseInUse('The database is in use');
      if (released) await client.end();
      else held = client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }
  function againLater(): void {
    if (released) return;
    timer = setTimeout(() => take().catch(againLater), AGAIN);
    timer.unref();
  }

  await take();
  return async () => {
    released = true;
    clearTimeout(timer);
    await held?.end().catch(() => undefined);
  };
}
