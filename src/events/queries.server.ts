import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Tables } from '#platform/database/tables.ts';
import { publicStatuses, readableWorkshops } from './policy.ts';

/**
 * The scope of what an actor may read, as the `where` of any query that has joined `workshops`: whatever
 * hangs from a workshop is read through it. It says in SQL what `isReadable` says of one status.
 */
export function readableBy(actor: Actor): Expression<SqlBool> {
  const workshop = expressionBuilder<Tables, 'workshops'>();
  return readableWorkshops(actor) === 'every'
    ? workshop.lit(true)
    : workshop('workshops.status', 'in', publicStatuses);
}
