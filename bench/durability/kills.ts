import type { DatabaseLocation } from '#platform/database/open.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open.ts';
import { killOnce, type Round } from './round.ts';

/** What a number of kills left, all together. */
export interface Outcome extends Round {
  kills: number;
}

/** Kills a writer a number of times on one database, each time a little later in its burst. */
export async function killRepeatedly(
  location: DatabaseLocation,
  kills: number,
  seen: (round: Round) => void = () => {},
): Promise<Outcome> {
  const db = openDatabase(location);
  await migrate(db);
  await db.close();
  const outcome: Outcome = { kills: 0, acknowledged: 0, lost: 0, partial: 0, unacknowledged: 0 };
  const known = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const round = await killOnce(location, 20 + ((kill * 37) % 150), known);
    seen(round);
    outcome.kills += 1;
    outcome.acknowledged += round.acknowledged;
    outcome.lost = Math.max(outcome.lost, round.lost);
    outcome.partial = Math.max(outcome.partial, round.partial);
    outcome.unacknowledged += round.unacknowledged;
  }
  return outcome;
}
