import { DAY } from '#platform/clock/local.ts';

/** How many days lie between two calendar days (YYYY-MM-DD); negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY);
}
