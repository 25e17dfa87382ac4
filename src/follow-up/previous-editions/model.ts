import type { WorkshopRow } from '#events/workshops/model.ts';
import { recommendationStatuses, type RecommendationStatus } from '../recommendations/model.ts';

/** A workshop among the editions of its series, with the one it was begun from. */
export interface Editions {
  workshop: WorkshopRow;
  editions: readonly WorkshopRow[];
  previous: WorkshopRow | undefined;
}

/** The editions that were before a workshop, the latest first; the one it was begun from is, whatever its days. */
export function previousOf({ workshop, editions, previous }: Editions): WorkshopRow[] {
  const before = editions.filter(
    ({ id, starts_on }) => id !== workshop.id && id !== previous?.id && starts_on < workshop.starts_on,
  );
  return [...before, ...(previous ? [previous] : [])].sort(
    (a, b) => b.starts_on.localeCompare(a.starts_on) || a.slug.localeCompare(b.slug),
  );
}

/** Where a recommendation asks something of the next edition: it is late, or nobody has taken it up. */
export const pressing: readonly RecommendationStatus[] = ['late', 'unanswered', 'unaddressed'];

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
