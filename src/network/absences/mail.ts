import { m } from '#messages';
import { formatDates } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { NoticeLine } from '../notices/model.ts';

/** Says to whoever stands in for whom, where and when. */
export function absenceNotice(
  locale: Locale,
  { name, place, from, until }: { name: string; place: string; from: string; until: string },
): NoticeLine {
  const days = formatDates(from, until, locale);
  return { text: m.network_notice_absence({ name, place, days }, { locale }), address: '/profile/absence' };
}
