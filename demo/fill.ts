import { dayOf } from '#platform/clock/due.ts';
import type { Database } from '#platform/database/database.ts';
import { lastNumber } from '#platform/journal/read.ts';
import type { Surroundings } from './exercise/load.ts';
import type { Filled } from './filled.ts';

/**
 * Loads the demonstration network into a database that never held a record; any other is left as it is.
 * @param exercise where an exercise network stands that is written beside it; null where none is
 * @param around runs the loading, so that a caller can show that it goes on; not called where nothing is to load.
 */
export async function fillIfEmpty(
  db: Database,
  around: (load: () => Promise<Filled>) => Promise<unknown> = (load) => load(),
  exercise: Surroundings | null = null,
): Promise<void> {
  if ((await lastNumber(db)) > 0) return;
  // Another server may be at it on the same PostgreSQL database: one loads, the others serve meanwhile.
  await db.exclusively('demonstration', async () => {
    if ((await lastNumber(db)) > 0) return;
    // Its content is read only where it is needed: most starts find their records there.
    await around(async () => {
      if (!exercise) return (await import('./load.ts')).loadDemonstration(db);
      const { busyYear } = await import('./exercise/year/load.ts');
      const { loadExercise } = await import('./exercise/load.ts');
      return loadExercise(db, nextMonth(), { ...exercise, year: busyYear });
    });
  });
}

/** A day some weeks ahead, for a meeting that is still to come. */
function nextMonth(): string {
  return dayOf(new Date(Date.now() + 30 * 24 * 60 * 60 * 1_000));
}
