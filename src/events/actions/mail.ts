import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { ReminderStage } from '#platform/clock/due.ts';
import { formatDate } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** Longer texts are told by their beginning: the subject of a letter is one line. */
const MOST = 120;

/** Says to an owner that an action is to be done, or should have been. */
export function dueNotice(
  locale: Locale,
  { stage, text, due, address }: { stage: ReminderStage; text: string; due: string; address: string },
): NoticeLine {
  const words: Record<ReminderStage, typeof m.events_notice_action_soon> = {
    soon: m.events_notice_action_soon,
    due: m.events_notice_action_due,
    late: m.events_notice_action_late,
  };
  const [line = ''] = text.split('\n');
  const short = line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line;
  return { text: words[stage]({ text: short, date: formatDate(due, locale) }, { locale }), address };
}
