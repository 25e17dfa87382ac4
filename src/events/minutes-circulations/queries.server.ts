import type { Source } from '#platform/database/database.ts';
import type { MinutesApprovalRow, MinutesRemarkRow } from '../minutes-approvals/model.ts';
import type { MinutesCirculationRow } from './model.ts';

/** The circulation that waits for answers. The caller has asked whether the minutes may be written. */
export function openCirculation(db: Source, minutesId: string): Promise<MinutesCirculationRow | undefined> {
  return db
    .selectFrom('minutes_circulations')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .where('status', '=', 'open')
    .executeTakeFirst();
}

/** Every circulation of minutes, the latest first, with its answers and remarks. */
export async function listCirculations(
  db: Source,
  minutesId: string,
): Promise<
  { circulation: MinutesCirculationRow; approvals: MinutesApprovalRow[]; remarks: MinutesRemarkRow[] }[]
> {
  const circulations = await db
    .selectFrom('minutes_circulations')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .orderBy('edition', 'desc')
    .orderBy('number', 'desc')
    .execute();
  if (circulations.length === 0) return [];
  const ids = circulations.map(({ id }) => id);
  const approvals = await db
    .selectFrom('minutes_approvals')
    .selectAll()
    .where('circulation_id', 'in', ids)
    .orderBy('id')
    .execute();
  const remarks = await db
    .selectFrom('minutes_remarks')
    .innerJoin('minutes_approvals', 'minutes_approvals.id', 'minutes_remarks.approval_id')
    .selectAll('minutes_remarks')
    .where('circulation_id', 'in', ids)
    .orderBy('minutes_remarks.id')
    .execute();
  return circulations.map((circulation) => {
    const own = approvals.filter(({ circulation_id }) => circulation_id === circulation.id);
    const held = new Set(own.map(({ id }) => id));
    return {
      circulation,
      approvals: own,
      remarks: remarks.filter(({ approval_id }) => held.has(approval_id)),
    };
  });
}
