import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import {
  editableWorkshops,
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
  const workshop = expressionBuilder<Tables, 'workshops'>();
  const scope = editableWorkshops(actor);
  return scope === 'every' ? workshop.lit(true) : workshop.or(reached(scope));
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
export function reached(scope: Exclude<WorkshopScope, 'every'>): Expression<SqlBool>[] {
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
