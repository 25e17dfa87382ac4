import { addDays, isoLocal } from './local.ts';
import { CAPITAL_ZONE, instantOf, offsetAt, offsetsBetween, type ZoneOffsets } from './zone.ts';

/** The calendar day of an instant, in the network's capital. */
export function dayOf(at: Date): string {
  return isoLocal(at.getTime() + offsetAt(CAPITAL_ZONE, at.getTime())).slice(0, 10);
}

/** The calendar day, in the network's capital, of what is known as an instant; a date stays as exact as it is. */
export function dayIn(value: string): string {
  return value.includes('T') ? dayOf(new Date(value)) : value;
}

/** How many years ahead offsets are told: no day is due later by much. */
const AHEAD = 10;
let offsets: { year: number; told: ZoneOffsets } | undefined;

/** The offsets of the network's capital, from before its first record to some years ahead of a moment. */
export function capitalOffsets(now: Date): ZoneOffsets {
  const year = now.getUTCFullYear();
  if (offsets?.year !== year)
    offsets = { year, told: offsetsBetween(CAPITAL_ZONE, Date.UTC(2018, 0), Date.UTC(year + AHEAD, 0)) };
  return offsets.told;
}

/** The instant at which a calendar day of the network's capital is over. */
export function endOfDay(day: string): Date {
  return new Date(instantOf(`${addDays(day, 1)}T00:00`, CAPITAL_ZONE));
}

/** Whoever answers for something is told before it is due, on its day, and once it is late. */
export const reminderStages = ['soon', 'due', 'late'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** From which day after the due date to which, the last not included, a stage is told. */
const days: Record<ReminderStage, readonly [from: number, until: number]> = {
  soon: [-7, 0],
  due: [0, 7],
  // Well within the time for which a notice is kept, so that what was told is known until it is told no more.
  late: [7, 60],
};

/** The stage at which something due on a day stands on another; null where nobody is told of it. */
export function stageOn(dueOn: string, today: string): ReminderStage | null {
  return (
    reminderStages.find((stage) => {
      const [from, until] = days[stage];
      return addDays(dueOn, from) <= today && today < addDays(dueOn, until);
    }) ?? null
  );
}

/** The first and the last due date of which somebody may be told on a day. */
export function dueAround(today: string): { from: string; to: string } {
  return { from: addDays(today, 1 - days.late[1]), to: addDays(today, -days.soon[0]) };
}
