import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { ReminderStage } from '#platform/clock/due.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** Says that a report that is begun is to be handed in, or should have been. */
export function reportDueNotice(
  locale: Locale,
  told: { stage: ReminderStage; title: string; from: string; to: string; address: string },
): NoticeLine {
  const words = {
    soon: m.follow_up_notice_report_soon,
    due: m.follow_up_notice_report_due,
    late: m.follow_up_notice_report_late,
  };
  const { stage, title, from, to, address } = told;
  return { text: words[stage]({ title, period: formatDates(from, to, locale) }, { locale }), address };
}

/** Says that a report is expected on a commitment and that nobody has begun it. */
export function reportAwaitedNotice(
  locale: Locale,
  told: { stage: ReminderStage; title: string; due: string; address: string },
): NoticeLine {
  const words = {
    soon: m.follow_up_notice_report_awaited_soon,
    due: m.follow_up_notice_report_awaited_due,
    late: m.follow_up_notice_report_awaited_late,
  };
  const { stage, title, due, address } = told;
  return { text: words[stage]({ title, date: formatDate(due, locale) }, { locale }), address };
}

/** Says that a recommendation waits for an answer of an institution of the reader's. */
export function answerDueNotice(
  locale: Locale,
  told: { stage: ReminderStage; title: string; organisation: string; due: string; slug: string },
): NoticeLine {
  const { stage, title, organisation, due, slug } = told;
  const words = {
    soon: m.follow_up_notice_answer_awaited,
    due: m.follow_up_notice_answer_due,
    late: m.follow_up_notice_answer_late,
  };
  const text = words[stage]({ title, organisation, date: formatDate(due, locale) }, { locale });
  return { text, address: `/recommendations/${slug}/answers` };
}
