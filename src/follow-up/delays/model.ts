import { addDays, DAY } from '#platform/clock/local.ts';

/** After how many days without a public report nothing is heard of a commitment that has begun. */
export const HEARD_WITHIN = 180;

/** How many entries of each list a page shows; its file has them all. */
export const SHOWN = 20;

/** The day before which the last period that was reported on must end for nothing to be heard of a commitment. */
export const unheardBefore = (today: string): string => addDays(today, -HEARD_WITHIN);

/** How many days lie between two calendar days (YYYY-MM-DD); negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY);
}
