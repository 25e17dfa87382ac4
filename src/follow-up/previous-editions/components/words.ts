import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { commitmentStatusWord } from '../../commitments/components/words.ts';
import { statusWord } from '../../status/components/words.ts';
import { countsOf } from '../model.ts';
import type { Previous } from '../queries.server.ts';

type Recommendation = Previous['recommendations'][number];

/** How many recommendations stand where on a day: “As of 3 May 2027 · Late: 2 · Completed: 1”. */
export function standingWords(recommendations: readonly Recommendation[], day: string): string {
  const counts = countsOf(recommendations).map(
    ([status, count]) => `${statusWord(status)}${m.ui_colon()}${formatNumber(count, getLocale())}`,
  );
  return [m.follow_up_previous_as_of({ date: formatDate(day, getLocale()) }), ...counts].join(' · ');
}

/** How a commitment stands, and what the latest validated report on it said. */
export function commitmentWords({ status, report }: Recommendation['commitments'][number]): string {
  const reported = report
    ? m.follow_up_previous_report({
        status: commitmentStatusWord(report.status),
        date: formatDate(report.period_ends_on, getLocale()),
      })
    : m.follow_up_previous_no_report();
  return `${commitmentStatusWord(status)} · ${reported}`;
}
