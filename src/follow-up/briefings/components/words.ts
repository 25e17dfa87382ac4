import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate } from '#platform/locale/format.ts';
import type { RefusedDay } from '../model.ts';

/**
 * Why changes are not told from the day that was given, as a sentence.
 * @param since the day from which they are told in its place
 */
export function refusedDayWord({ given, reason }: RefusedDay, since: string): string {
  const date = (day: string) => formatDate(day, getLocale());
  return reason === 'ahead'
    ? m.follow_up_briefing_since_ahead({ date: date(given), since: date(since) })
    : m.follow_up_briefing_since_no_day({ value: given, since: date(since) });
}
