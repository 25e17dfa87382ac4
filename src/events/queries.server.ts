import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import {
  editableWorkshops,
  recordableSessions,
  recordableWorkshops,
  ORGANISERS,
  publicStatuses,
  readableWorkshops,
  type WorkshopScope,
} from './policy.ts';

/**
 * The scope of what an actor may read, as the `where` of any query that has joined `workshops`: whatever
 * hangs from a workshop is read through it. It says in SQL what `isReadable` says of one workshop.
 */
export function readableBy(actor: Actor): Expression<SqlBool> {
  const workshop = expressionBuilder<Tables, 'workshops'>();
  const scope = readableWorkshops(actor);
  if (scope === 'every') return workshop.lit(true);
  return workshop.or([workshop('workshops.status', 'in', publicStatuses), ...reached(scope)]);
}

/** The scope of what an actor may change, as {@link readableBy} of what it may read. */
export function editableBy(actor: Actor): Expression<SqlBool> {
  return within(editableWorkshops(actor));
}

/** A scope as the `where` of any query that has joined `workshops`; `isInScope` says the same of one workshop. */
export function within(scope: WorkshopScope): Expression<SqlBool> {
  const workshop = expressionBuilder<Tables, 'workshops'>();
  return scope === 'every' ? workshop.lit(true) : workshop.or(reached(scope));
}

/** The conclusions that an actor may write, of a query that has joined `workshops`, as {@link readableBy}. */
export function conclusionsBy(actor: Actor): Expression<SqlBool> {
  const conclusion = expressionBuilder<Tables, 'conclusions'>();
  const sessions = recordableSessions(actor);
  const ways = [within(recordableWorkshops(actor))];
  if (sessions.length > 0) ways.push(conclusion('conclusions.item_id', 'in', sessions));
  return conclusion.or(ways);
}

/** Whether an actor may change a workshop, there or not where it may change all. */
export async function mayEditWorkshop(db: Source, actor: Actor, workshopId: string): Promise<boolean> {
  if (editableWorkshops(actor) === 'every') return true;
  const found = await db
    .selectFrom('workshops')
    .select('id')
    .where('id', '=', workshopId)
    .where(editableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an actor may write the figures and all conclusions of a workshop. */
export async function mayRecordWorkshop(db: Source, actor: Actor, workshopId: string): Promise<boolean> {
  const found = await db
    .selectFrom('workshops')
    .select('id')
    .where('id', '=', workshopId)
    .where(within(recordableWorkshops(actor)))
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an actor may write a conclusion. */
export async function mayEditConclusion(db: Source, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('conclusions')
    .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
    .select('conclusions.id')
    .where('conclusions.id', '=', id)
    .where(conclusionsBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** The sessions of a workshop whose conclusions an actor may write; `every` where it may write all of them. */
export async function sessionsToRecord(
  db: Source,
  actor: Actor,
  workshopId: string,
): Promise<'every' | string[]> {
  if (await mayRecordWorkshop(db, actor, workshopId)) return 'every';
  const sessions = recordableSessions(actor);
  if (sessions.length === 0) return [];
  const items = await db
    .selectFrom('programme_items')
    .select('id')
    .where('workshop_id', '=', workshopId)
    .where('id', 'in', sessions)
    .execute();
  return items.map(({ id }) => id);
}

/** As {@link mayEditWorkshop}, of the workshop that has a programme item. */
export async function mayEditItem(db: Source, actor: Actor, itemId: string): Promise<boolean> {
  if (editableWorkshops(actor) === 'every') return true;
  const found = await db
    .selectFrom('programme_items')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
    .select('programme_items.id')
    .where('programme_items.id', '=', itemId)
    .where(editableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** What a scope reaches a workshop through; ways that nothing is held on are left out. */
function reached(scope: Exclude<WorkshopScope, 'every'>): Expression<SqlBool>[] {
  const workshop = expressionBuilder<Tables, 'workshops'>();
  const { workshops, sessions, organisations, territories } = scope;
  const ways: Expression<SqlBool>[] = [];
  if (workshops.length > 0) ways.push(workshop('workshops.id', 'in', workshops));
  if (sessions.length > 0) {
    const items = workshop.selectFrom('programme_items').select('workshop_id').where('id', 'in', sessions);
    ways.push(workshop('workshops.id', 'in', items));
  }
  if (organisations.length > 0) {
    const links = workshop
      .selectFrom('links')
      .select('from_id')
      .where('relation', 'in', ORGANISERS)
      .where('to_id', 'in', organisations);
    ways.push(workshop('workshops.id', 'in', links));
  }
  if (territories.length > 0) {
    const inside = workshop.selectFrom('territories').select('id').where('parent_id', 'in', territories);
    ways.push(workshop('workshops.territory_id', 'in', territories));
    ways.push(workshop('workshops.territory_id', 'in', inside));
  }
  return ways;
}
