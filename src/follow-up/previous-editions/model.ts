import type { WorkshopRow } from '#events/workshops/model.ts';
import { recommendationStatuses, type RecommendationStatus } from '../recommendations/model.ts';

/** A workshop among the editions of its series, with the one it was begun from. */
export interface Editions {
  workshop: WorkshopRow;
  editions: readonly WorkshopRow[];
  previous: WorkshopRow | undefined;
}

/** The editions that were before a workshop, the latest first. */
export function previousOf({ workshop, editions, previous }: Editions): WorkshopRow[] {
  const all = [...editions, ...(previous ? [previous] : [])];
  const before = all.filter(({ id, starts_on }) => id !== workshop.id && starts_on < workshop.starts_on);
  const once = [...new Map(before.map((row) => [row.id, row])).values()];
  return once.sort((a, b) => b.starts_on.localeCompare(a.starts_on) || a.slug.localeCompare(b.slug));
}

/** Recommendations with the late ones first, else in the order they have. */
export function inUrgency<Row extends { status: RecommendationStatus }>(rows: readonly Row[]): Row[] {
  const late = ({ status }: Row) => status === 'late';
  return [...rows.filter(late), ...rows.filter((row) => !late(row))];
}

/** How many recommendations stand where, those that none is at left out. */
export function countsOf(
  rows: readonly { status: RecommendationStatus }[],
): [status: RecommendationStatus, count: number][] {
  const counts = Map.groupBy(rows, ({ status }) => status);
  return recommendationStatuses.flatMap((status) => {
    const count = counts.get(status)?.length ?? 0;
    return count > 0 ? [[status, count]] : [];
  });
}
