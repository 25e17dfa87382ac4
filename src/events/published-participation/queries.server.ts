import type { TerritoryRow } from '#network/territories/model.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { Attendance, Count } from '../participation/model.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import { publish, type Participation, type Published } from './model.ts';

/** What is told of who took part, with the territories that it names. */
export interface PublishedParticipation {
  whole: Published;
  /** By the ids of their programme items; sessions of which nothing is known are left out. */
  sessions: Map<string, Published>;
  territories: Map<string, TerritoryRow>;
}

type Item = Pick<ProgrammeItemRow, 'id' | 'attendance_total' | 'attendance_women' | 'attendance_men'>;

/**
 * Who took part in a workshop and in its sessions, as far as it may be told: small groups are merged. The caller has
 * read the workshop; the lines themselves are for those who write them (`participation`).
 */
export async function readPublishedParticipation(
  db: Source,
  workshop: WorkshopRow,
  programme: readonly Item[],
): Promise<PublishedParticipation> {
  const lines = await db
    .selectFrom('participation_counts')
    .selectAll()
    .where('workshop_id', '=', workshop.id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const ids = lines.flatMap(({ territory_id }) => territory_id ?? []);
  const territories = new Map((await listByIds(db, 'territories', ids)).map((row) => [row.id, row]));
  const counts = lines.map((line) => ({
    ...line,
    level: line.level ?? territories.get(line.territory_id ?? '')?.level ?? null,
  }));
  const { whole, sessions } = publish(
    participation(workshop, counts, null),
    new Map(programme.map((item) => [item.id, participation(item, counts, item.id)])),
  );
  const known = [...sessions].filter(([, { attendance }]) => attendance.attendance_total !== null);
  // What a page loads is read beside it: which territories stand on lines that are not told is nobody's to read.
  const told = new Set(
    [whole, ...sessions.values()].flatMap(
      ({ divisions }) => divisions.territory?.parts.flatMap(({ keys }) => keys) ?? [],
    ),
  );
  return {
    whole,
    sessions: new Map(known),
    territories: new Map([...territories].filter(([id]) => told.has(id))),
  };
}

function participation(
  stated: Partial<Attendance>,
  counts: readonly (Count & { item_id: string | null })[],
  itemId: string | null,
): Participation {
  return {
    stated: {
      attendance_total: stated.attendance_total ?? null,
      attendance_minimum: stated.attendance_minimum ?? 0,
      attendance_women: stated.attendance_women ?? null,
      attendance_men: stated.attendance_men ?? null,
    },
    counts: counts.filter(({ item_id }) => item_id === itemId),
  };
}
