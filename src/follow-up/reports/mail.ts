import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import { formatDates } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** Longer texts are told by their beginning: a notice is one paragraph. */
const MOST = 400;

const shortened = (text: string) => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);

/** What happened to a report, as its notices name it. */
export type ReportNews = 'submitted' | 'to-confirm' | 'returned' | 'validated' | 'confirmed';

/** Says what happened to a report on a commitment; of one that came back, with the comments. */
export function reportNotice(
  locale: Locale,
  report: {
    news: ReportNews;
    title: string;
    from: string;
    to: string;
    reasons: string | null;
    address: string;
  },
): NoticeLine {
  const { news, title, from, to, reasons, address } = report;
  const period = formatDates(from, to, locale);
  const told = { title: shortened(title), period };
  const plain = {
    submitted: m.follow_up_notice_report_submitted,
    'to-confirm': m.follow_up_notice_report_to_confirm,
    validated: m.follow_up_notice_report_validated,
    confirmed: m.follow_up_notice_report_confirmed,
  };
  const text =
    news === 'returned'
      ? m.follow_up_notice_report_returned({ ...told, reasons: shortened(reasons ?? '') }, { locale })
      : plain[news](told, { locale });
  return { text, address };
}
