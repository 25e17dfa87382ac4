import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { ToldMove } from './model.ts';

/** Says to whoever has a role in a workshop what became of it. */
export function movedNotice(
  locale: Locale,
  { move, title, slug }: { move: ToldMove; title: string; slug: string },
): NoticeLine {
  const words: Record<ToldMove, (given: { title: string }, say: { locale: Locale }) => string> = {
    public: m.events_notice_workshop_public,
    postponed: m.events_notice_workshop_postponed,
    moved: m.events_notice_workshop_moved,
    cancelled: m.events_notice_workshop_cancelled,
  };
  return { text: words[move]({ title }, { locale }), address: `/workshops/${slug}` };
}
