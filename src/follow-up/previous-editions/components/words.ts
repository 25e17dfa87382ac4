import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { commitmentStatusWord } from '../../commitments/components/words.ts';
import { statusWord } from '../../status/components/words.ts';
import type { Previous, PreviousInFull } from '../queries.server.ts';

/** How many recommendations stand where on a day: “As of 3 May 2027 · Late: 2 · Completed: 1”. */
export function standingWords({ counts }: Pick<Previous, 'counts'>, day: string): string {
  const counted = counts.map(
    ([status, count]) => `${statusWord(status)}${m.ui_colon()}${formatNumber(count, getLocale())}`,
  );
  return [asOfWord(day), ...counted].join(' · ');
}

/** The day as of which something is told to stand so. */
export const asOfWord = (day: string): string =>
  m.follow_up_previous_as_of({ date: formatDate(day, getLocale()) });

type Commitment = PreviousInFull['recommendations'][number]['commitments'][number];

/** How a commitment stands, and what the latest validated report on it said. */
export function commitmentWords({ status, report }: Pick<Commitment, 'status' | 'report'>): string {
  const reported = report
    ? m.follow_up_previous_report({
        status: commitmentStatusWord(report.status),
        date: formatDate(report.period_ends_on, getLocale()),
      })
    : m.follow_up_previous_no_report();
  return `${commitmentStatusWord(status)} · ${reported}`;
}

/** Where the register shows what an edition shared, or those of one status, the most urgent first; without language. */
export const registerOf = ({ slug }: { slug: string }, status?: string): string =>
  `/recommendations?workshop=${slug}${status ? `&status=${status}` : ''}&sort=status`;
