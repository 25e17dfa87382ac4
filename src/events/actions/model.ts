import { addDays, isoLocal } from '#platform/clock/local.ts';
import { instantOf, offsetAt } from '#platform/clock/zone.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** What a workshop decided, or asked somebody to do. */
export const actionKinds = ['decision', 'action'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** How far it has come. What is dropped says why. */
export const actionStatuses = ['open', 'done', 'dropped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export interface ActionRow extends RecordColumns, Trilingual<'text'> {
  workshop_id: string;
  /** The session it came from; null where none is known. */
  item_id: string | null;
  position: number;
  kind: ActionKind;
  /** Who carries it out, in the words of the room; the records these words name are beside them. */
  owner: string | null;
  organisation_id: string | null;
  person_id: string | null;
  /** A date known to the day. */
  due_on: string | null;
  status: ActionStatus;
  reason: string | null;
  reason_language: Locale | null;
  /** The day on which it was said to be done or dropped. */
  settled_on: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    actions: ActionRow;
  }
}

/** Owners are told before an action is due, on its day, and once it is late. */
export const reminderStages = ['soon', 'due', 'late'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** From which day after the due date to which, the last not included, a stage is told. */
const days: Record<ReminderStage, readonly [from: number, until: number]> = {
  soon: [-7, 0],
  due: [0, 7],
  // Well within the time for which a notice is kept, so that what was told is known until it is told no more.
  late: [7, 60],
};

/** The stage at which an action due on a day stands on another; null where nobody is told of it. */
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

const ZONE = 'Africa/Casablanca';

/** The calendar day of an instant, in the network's capital. */
export function dayOf(at: Date): string {
  return isoLocal(at.getTime() + offsetAt(ZONE, at.getTime())).slice(0, 10);
}

/** Whether an open action's day has passed. */
export function isLate({ status, due_on }: Pick<ActionRow, 'status' | 'due_on'>, today: string): boolean {
  return status === 'open' && due_on !== null && due_on < today;
}

/** The next instant at which an open action of some turns late; null where none will. */
export function nextLate(
  actions: readonly Pick<ActionRow, 'status' | 'due_on'>[],
  today: string,
): Date | null {
  const days = actions.flatMap(({ status, due_on }) =>
    status === 'open' && due_on !== null && due_on >= today ? [due_on] : [],
  );
  if (days.length === 0) return null;
  return new Date(instantOf(`${addDays(days.toSorted()[0]!, 1)}T00:00`, ZONE));
}
