import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import { formatDate } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';

interface Told {
  text: string;
  due: string;
  address: string;
}

/** Says that a longer deadline is asked for, or what became of the request. */
export function extensionNotice(
  locale: Locale,
  of: 'asked' | 'granted' | 'refused',
  { text, due, address }: Told,
): NoticeLine {
  const words: Record<typeof of, typeof m.follow_up_notice_extension_asked> = {
    asked: m.follow_up_notice_extension_asked,
    granted: m.follow_up_notice_extension_granted,
    refused: m.follow_up_notice_extension_refused,
  };
  return { text: words[of]({ text, date: formatDate(due, locale) }, { locale }), address };
}
