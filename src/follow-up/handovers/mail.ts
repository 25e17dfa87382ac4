import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** What is told of a handover, to whom it concerns. */
export const handoverNews = ['opened', 'named', 'withdrawn', 'confirmed', 'partner'] as const;
export type HandoverNews = (typeof handoverNews)[number];

/** Says how a handover stands. @param name of whoever took over; empty where that is nobody's to say any more */
export function handoverNotice(
  locale: Locale,
  news: HandoverNews,
  { place, name, address }: { place: string; name: string; address: string },
): NoticeLine {
  const say = { locale };
  const text = {
    opened: () => m.follow_up_notice_handover_opened({ place }, say),
    named: () => m.follow_up_notice_handover_named({ place }, say),
    withdrawn: () => m.follow_up_notice_handover_withdrawn({ place }, say),
    confirmed: () =>
      name
        ? m.follow_up_notice_handover_confirmed({ place, name }, say)
        : m.follow_up_notice_handover_confirmed_by_nobody({ place }, say),
    partner: () =>
      name
        ? m.follow_up_notice_handover_partner({ place, name }, say)
        : m.follow_up_notice_handover_partner_by_nobody({ place }, say),
  }[news]();
  return { text, address };
}
