import { endOfDay } from '#platform/clock/due.ts';
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
  return endOfDay(days.toSorted()[0]!);
}
