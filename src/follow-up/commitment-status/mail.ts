import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { ReminderStage } from '#platform/clock/due.ts';
import { formatDate } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** Says to who answers for it that a commitment, or a step of one, is to be done, or should have been. */
export function dueNotice(
  locale: Locale,
  of: 'commitment' | 'milestone',
  { stage, text, due, address }: { stage: ReminderStage; text: string; due: string; address: string },
): NoticeLine {
  const words: Record<typeof of, Record<ReminderStage, typeof m.follow_up_notice_commitment_soon>> = {
    commitment: {
      soon: m.follow_up_notice_commitment_soon,
      due: m.follow_up_notice_commitment_due,
      late: m.follow_up_notice_commitment_late,
    },
    milestone: {
      soon: m.follow_up_notice_milestone_soon,
      due: m.follow_up_notice_milestone_due,
      late: m.follow_up_notice_milestone_late,
    },
  };
  return { text: words[of][stage]({ text, date: formatDate(due, locale) }, { locale }), address };
}
