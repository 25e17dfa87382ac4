import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { heldOn, type Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';
import { recordableSessions, recordableWorkshops } from '../policy.ts';
import { within } from '../queries.server.ts';
import { entriesInOrder, type MinutesEntryRow } from '../minutes-entries/model.ts';
import { withoutSexes, type WorkshopRow } from '../workshops/model.ts';
import type { MinutesRow } from './model.ts';

/**
 * The sessions whose minutes an actor may write, as the `where` of a query of programme items and workshops: those of
 * the workshops it writes conclusions of, and those it is the rapporteur of.
 */
function writableBy(actor: Actor): Expression<SqlBool> {
  const item = expressionBuilder<Tables, 'programme_items' | 'workshops'>();
  const sessions = recordableSessions(actor);
  const ways = [within(recordableWorkshops(actor))];
  if (sessions.length > 0) ways.push(item('programme_items.id', 'in', sessions));
  return item.or(ways);
}

/** Programme items with their workshops: what minutes are of. */
function items(db: Source) {
  return db
    .selectFrom('programme_items')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id');
}

/** Whether an actor may write the minutes of a programme item. */
export async function mayWriteItem(db: Source, actor: Actor, itemId: string): Promise<boolean> {
  const found = await items(db)
    .select('programme_items.id')
    .where('programme_items.id', '=', itemId)
    .where(writableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** Minutes that were opened, for who writes them. */
export function readWritable(db: Source, actor: Actor, minutesId: string): Promise<MinutesRow | undefined> {
  return items(db)
    .innerJoin('minutes', 'minutes.item_id', 'programme_items.id')
    .selectAll('minutes')
    .where('minutes.id', '=', minutesId)
    .where(writableBy(actor))
    .executeTakeFirst();
}

/** As {@link mayWriteItem}, of minutes that were opened. */
export async function mayWrite(db: Source, actor: Actor, minutesId: string): Promise<boolean> {
  return (await readWritable(db, actor, minutesId)) !== undefined;
}

/** The items of a workshop whose minutes an actor may write, with these minutes where they were opened. */
export async function listWritable(
  db: Source,
  actor: Actor,
  workshopId: string,
): Promise<{ item: ProgrammeItemRow; minutes: MinutesRow | null }[]> {
  const rows = await items(db)
    .selectAll('programme_items')
    .where('programme_items.workshop_id', '=', workshopId)
    .where(writableBy(actor))
    .orderBy('programme_items.position')
    .execute();
  const minutes = await db.selectFrom('minutes').selectAll().where('workshop_id', '=', workshopId).execute();
  const byItem = new Map(minutes.map((row) => [row.item_id, row]));
  return rows.map((item) => ({ item, minutes: byItem.get(item.id) ?? null }));
}

/**
 * Where sealed minutes are read: by everyone once their workshop is published, before that by who writes them.
 * For a query of programme items, workshops and minutes.
 */
export function sealedReadableBy(actor: Actor): Expression<SqlBool> {
  const minutes = expressionBuilder<Tables, 'programme_items' | 'workshops' | 'minutes'>();
  return minutes.or([minutes('workshops.status', '=', 'published'), writableBy(actor)]);
}

/** The sealed minutes of a workshop that an actor may read: what is written and not sealed is for its rapporteurs. */
export function listSealed(db: Source, actor: Actor, workshopId: string): Promise<MinutesRow[]> {
  return items(db)
    .innerJoin('minutes', 'minutes.item_id', 'programme_items.id')
    .selectAll('minutes')
    .where('minutes.workshop_id', '=', workshopId)
    .where('minutes.status', '=', 'sealed')
    .where(sealedReadableBy(actor))
    .orderBy('programme_items.position')
    .execute();
}

/** How many entries stand in each of a workshop's minutes, by their ids. The caller has read the workshop. */
export async function countEntries(db: Source, workshopId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('minutes_entries')
    .innerJoin('minutes', 'minutes.id', 'minutes_entries.minutes_id')
    .select(({ fn }) => ['minutes.id', fn.countAll().as('count')])
    .where('minutes.workshop_id', '=', workshopId)
    .where('minutes_entries.removed', '=', 0)
    .groupBy('minutes.id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** The entries of minutes in their order, without those that were taken out. The caller may read the minutes. */
export async function listEntryTexts(db: Source, minutesId: string): Promise<MinutesEntryRow[]> {
  const rows = await db
    .selectFrom('minutes_entries')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .where('removed', '=', 0)
    .execute();
  return entriesInOrder(rows);
}

/** The workshops that an actor is a rapporteur of, in whole or for a session, the latest first. */
export async function listReportedWorkshops(db: Source, actor: Actor): Promise<WorkshopRow[]> {
  const workshops = heldOn(actor, 'workshop', ['rapporteur']);
  const sessions = heldOn(actor, 'session', ['rapporteur']);
  if (workshops.length + sessions.length === 0) return [];
  const rows = await db
    .selectFrom('workshops')
    .selectAll()
    .where((where) =>
      where.or([
        ...(workshops.length > 0 ? [where('id', 'in', workshops)] : []),
        ...(sessions.length > 0
          ? [
              where(
                'id',
                'in',
                where.selectFrom('programme_items').select('workshop_id').where('id', 'in', sessions),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('starts_on', 'desc')
    .orderBy('slug')
    .execute();
  return withoutSexes(rows);
}

/**
 * What a rapporteur owes: minutes that were opened and are not sealed. Those that are out for approval count once
 * somebody has answered. Whoever may write minutes without being their rapporteur owes none.
 */
export async function minutesDuties(db: Source, actor: Actor): Promise<Duty[]> {
  const workshops = heldOn(actor, 'workshop', ['rapporteur']);
  const sessions = heldOn(actor, 'session', ['rapporteur']);
  if (workshops.length + sessions.length === 0) return [];
  const rows = await items(db)
    .innerJoin('minutes', 'minutes.item_id', 'programme_items.id')
    .selectAll('programme_items')
    .select(['minutes.status', 'workshops.slug', 'workshops.starts_on'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('minutes_approvals')
          .innerJoin('minutes_circulations', 'minutes_circulations.id', 'minutes_approvals.circulation_id')
          .select('minutes_approvals.id')
          .whereRef('minutes_circulations.minutes_id', '=', 'minutes.id')
          .where('minutes_circulations.status', '=', 'open')
          .where('minutes_approvals.answer', '<>', 'none'),
      ).as('answered'),
    )
    .where('minutes.status', '<>', 'sealed')
    .where((where) =>
      where.or([
        ...(workshops.length > 0 ? [where('workshops.id', 'in', workshops)] : []),
        ...(sessions.length > 0 ? [where('programme_items.id', 'in', sessions)] : []),
      ]),
    )
    .orderBy('programme_items.position')
    .execute();
  return rows
    .filter(({ status, answered }) => status === 'open' || answered)
    .map((item) => ({
      kind: item.status === 'open' ? 'minutes' : 'minutes-answers',
      at: item.day ?? item.starts_on,
      href: `/workshops/${item.slug}/minutes/${item.anchor}${item.status === 'open' ? '' : '/approval'}`,
      about: textOf(item, 'title'),
    }));
}
