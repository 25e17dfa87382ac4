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
  const { workshop, item } = await subjectOf(db, minutes.id);
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

/** What minutes are of. */
export async function subjectOf(
  db: Source,
  minutesId: string,
): Promise<{ workshop: WorkshopRow; item: ProgrammeItemRow }> {
  const of = db.selectFrom('minutes').where('minutes.id', '=', minutesId);
  const [workshop, item] = await Promise.all([
    of
      .innerJoin('workshops', 'workshops.id', 'minutes.workshop_id')
      .selectAll('workshops')
      .executeTakeFirstOrThrow(),
    of
      .innerJoin('programme_items', 'programme_items.id', 'minutes.item_id')
      .selectAll('programme_items')
      .executeTakeFirstOrThrow(),
  ]);
  return { workshop, item };
}

/** A remark with the minutes it is about, and who made it. */
export function readRemark(
  db: Source,
  id: string,
): Promise<
  | (MinutesRemarkRow & { minutes_id: string } & Pick<
        MinutesApprovalRow,
        'personal_name' | 'personal_email' | 'locale'
      >)
  | undefined
> {
  return db
    .selectFrom('minutes_remarks')
    .innerJoin('minutes_approvals', 'minutes_approvals.id', 'minutes_remarks.approval_id')
    .innerJoin('minutes_circulations', 'minutes_circulations.id', 'minutes_approvals.circulation_id')
    .selectAll('minutes_remarks')
    .select(['minutes_circulations.minutes_id', 'personal_name', 'personal_email', 'locale'])
    .where('minutes_remarks.id', '=', id)
    .executeTakeFirst();
}

/** What somebody answered, with the session it is about and how the text stands that they were sent. */
export function readAnswered(db: Source, id: string) {
  return db
    .selectFrom('minutes_approvals')
    .innerJoin('minutes_circulations', 'minutes_circulations.id', 'minutes_approvals.circulation_id')
    .innerJoin('minutes', 'minutes.id', 'minutes_circulations.minutes_id')
    .innerJoin('programme_items', 'programme_items.id', 'minutes.item_id')
    .innerJoin('workshops', 'workshops.id', 'minutes.workshop_id')
    .select(['minutes_circulations.minutes_id', 'minutes_circulations.status', 'personal_name', 'answer'])
    .select([
      'programme_items.title_fr',
      'programme_items.title_ar',
      'programme_items.title_en',
      'programme_items.title_original',
      'programme_items.anchor',
      'workshops.slug',
    ])
    .where('minutes_approvals.id', '=', id)
    .executeTakeFirst();
}

/** The accounts of a session's rapporteurs, those of its whole workshop among them, and their addresses. */
export function listRapporteurs(
  db: Source,
  { item_id, workshop_id }: Pick<MinutesRow, 'item_id' | 'workshop_id'>,
): Promise<{ id: string; personal_email: string }[]> {
  return db
    .selectFrom('accounts')
    .select(['id', 'personal_email'])
    .where('id', 'in', (grants) =>
      grants
        .selectFrom('grants')
        .select('account_id')
        .where('role', '=', 'rapporteur')
        .where(({ or, and, eb }) =>
          or([
            and([eb('scope', '=', 'session'), eb('on_id', '=', item_id)]),
            and([eb('scope', '=', 'workshop'), eb('on_id', '=', workshop_id)]),
          ]),
        ),
    )
    .orderBy('id')
    .execute();
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
