import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** Longer texts are told by their beginning: a notice is one paragraph. */
const MOST = 400;

const shortened = (text: string) => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);

/** What happened to a reading, as its notices name it; `beside` is told to whose report it is. */
export type ReadingNews = 'submitted' | 'published' | 'declined' | 'beside' | 'replied';

/** Says what happened to a reading of a report on a commitment; of one that was declined, with the answer. */
export function readingNotice(
  locale: Locale,
  {
    news,
    title,
    organisation,
    answer,
    address,
  }: { news: ReadingNews; title: string; organisation: string; answer: string; address: string },
): NoticeLine {
  const told = { title: shortened(title), organisation };
  const plain = {
    submitted: m.follow_up_notice_reading_submitted,
    published: m.follow_up_notice_reading_published,
    beside: m.follow_up_notice_reading_beside,
    replied: m.follow_up_notice_reading_replied,
  };
  const text =
    news === 'declined'
      ? m.follow_up_notice_reading_declined({ ...told, answer: shortened(answer) }, { locale })
      : plain[news](told, { locale });
  return { text, address };
}
