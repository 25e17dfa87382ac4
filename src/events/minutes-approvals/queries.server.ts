import type { Source } from '#platform/database/database.ts';
import { hashOfToken } from '#platform/secrets/token.ts';
import type { MinutesCirculationRow } from '../minutes-circulations/model.ts';
import { entriesInOrder, type MinutesEntryRow } from '../minutes-entries/model.ts';
import type { MinutesRow } from '../minutes/model.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import type { MinutesApprovalRow, MinutesRemarkRow } from './model.ts';

/** What somebody reads who follows the link of their letter. */
export interface Asked {
  approval: MinutesApprovalRow;
  circulation: MinutesCirculationRow;
  minutes: MinutesRow;
  /** What the minutes are of. */
  workshop: WorkshopRow;
  item: ProgrammeItemRow;
  /** In their order, without those that were taken out. */
  entries: MinutesEntryRow[];
  /** Their own, the first first. */
  remarks: MinutesRemarkRow[];
}

/** What a link of a letter leads to; undefined where it is none of ours. */
export async function readAsked(db: Source, token: string): Promise<Asked | undefined> {
  const approval = await db
    .selectFrom('minutes_approvals')
    .selectAll()
    .where('token_hash', '=', hashOfToken(token))
    .executeTakeFirst();
  if (!approval) return undefined;
  const circulation = await db
    .selectFrom('minutes_circulations')
    .selectAll()
    .where('id', '=', approval.circulation_id)
    .executeTakeFirstOrThrow();
  const minutes = await db
    .selectFrom('minutes')
    .selectAll()
    .where('id', '=', circulation.minutes_id)
    .executeTakeFirstOrThrow();
  const [workshop, item] = await Promise.all([
    db.selectFrom('workshops').selectAll().where('id', '=', minutes.workshop_id).executeTakeFirstOrThrow(),
    db.selectFrom('programme_items').selectAll().where('id', '=', minutes.item_id).executeTakeFirstOrThrow(),
  ]);
  const entries = await db
    .selectFrom('minutes_entries')
    .selectAll()
    .where('minutes_id', '=', minutes.id)
    .where('removed', '=', 0)
    .execute();
  const remarks = await db
    .selectFrom('minutes_remarks')
    .selectAll()
    .where('approval_id', '=', approval.id)
    .orderBy('id')
    .execute();
  return { approval, circulation, minutes, workshop, item, entries: entriesInOrder(entries), remarks };
}

/** A remark with the minutes it is about. */
export function readRemark(
  db: Source,
  id: string,
): Promise<(MinutesRemarkRow & { minutes_id: string }) | undefined> {
  return db
    .selectFrom('minutes_remarks')
    .innerJoin('minutes_approvals', 'minutes_approvals.id', 'minutes_remarks.approval_id')
    .innerJoin('minutes_circulations', 'minutes_circulations.id', 'minutes_approvals.circulation_id')
    .selectAll('minutes_remarks')
    .select('minutes_circulations.minutes_id')
    .where('minutes_remarks.id', '=', id)
    .executeTakeFirst();
}

/** Whatever somebody with this address was asked to approve. */
export function approvalsOf(db: Source, address: string): Promise<MinutesApprovalRow[]> {
  return db
    .selectFrom('minutes_approvals')
    .selectAll()
    .where('personal_email', '=', address.toLowerCase())
    .orderBy('id')
    .execute();
}
