import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import { commitmentStatusWord } from '../../commitments/components/words.ts';
import type { CommitmentRow, CommitmentStatus } from '../../commitments/model.ts';

/** The days and the report from which how a commitment stands follows. */
export interface CommitmentGrounds extends Pick<CommitmentRow, 'status' | 'due_on' | 'first_due_on'> {
  /** When a longer deadline was last granted. */
  extended_on: string | null;
  /** The last validated report. */
  reported: { period_starts_on: string; period_ends_on: string; status: CommitmentStatus } | null;
}

/** Why a commitment has its status, in a line. */
export function groundsWords({
  status,
  due_on: due,
  first_due_on: first,
  extended_on: extended,
  reported,
}: CommitmentGrounds): string {
  const locale = getLocale();
  const day = due && { date: formatDate(due, locale) };
  const dueWord = status === 'late' ? m.follow_up_why_due_passed : m.follow_up_why_due;
  return [
    day ? dueWord(day) : m.follow_up_why_due_none(),
    due && first && first !== due && m.follow_up_why_first_due({ date: formatDate(first, locale) }),
    extended && m.follow_up_why_extended({ date: formatDate(extended, locale) }),
    reported
      ? m.follow_up_why_reported_as({
          period: formatDates(reported.period_starts_on, reported.period_ends_on, locale),
          status: commitmentStatusWord(reported.status),
        })
      : m.follow_up_why_unreported(),
  ]
    .filter(Boolean)
    .join(' · ');
}
