import type { WorkshopRow } from '../workshops/model.ts';

/** The smallest group that is told apart: fewer people could be recognised. */
export const SMALLEST_GROUP = 5;

type Attendance = Pick<WorkshopRow, 'attendance_total' | 'attendance_women' | 'attendance_men'>;

/**
 * Attendance as a publication tells it: where one group is smaller than {@link SMALLEST_GROUP}, neither is told apart,
 * for the other would give it away. Nobody is a group that tells nothing of anyone.
 */
export function shownAttendance<Row extends Attendance>(row: Row): { shown: Row; merged: boolean } {
  const small = [row.attendance_women, row.attendance_men].some(
    (count) => count !== null && count > 0 && count < SMALLEST_GROUP,
  );
  return small
    ? { shown: { ...row, attendance_women: null, attendance_men: null }, merged: true }
    : { shown: row, merged: false };
}
