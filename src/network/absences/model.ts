import type { Role } from '#platform/actor/actor.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** The roles whose duties somebody else takes over for a time. Who validates, or coordinates, is not stood in for. */
export const stoodInFor = ['focal-point', 'alternate'] as const satisfies readonly Role[];

/** Somebody is away from an institution, or a territory, and somebody else of it stands in. */
export interface AbsenceRow extends RecordColumns {
  account_id: string;
  stand_in_id: string;
  scope: 'organisation' | 'territory';
  on_id: string;
  /** The first and the last day, in the calendar of the network's capital. */
  personal_from: string;
  personal_until: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    absences: AbsenceRow;
  }
}

/** The longest absence, in days. */
export const LONGEST_ABSENCE = 366;

/** How long an absence is kept once it is over, in days. */
export const ABSENCE_KEPT = 365;

export const absenceStates = ['ahead', 'running', 'over'] as const;
export type AbsenceState = (typeof absenceStates)[number];

/** How an absence stands on a day. */
export function absenceOn(
  { personal_from: from, personal_until: until }: Pick<AbsenceRow, 'personal_from' | 'personal_until'>,
  today: string,
): AbsenceState {
  return today < from ? 'ahead' : today <= until ? 'running' : 'over';
}
