import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { within } from '#events/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { editableRecommendations, mayEditRecommendations, hiddenVisibilities } from './policy.ts';

/**
 * The scope of what an actor may read, as the `where` of any query that has joined `recommendations`: whatever hangs
 * from a recommendation is read through it. It says in SQL what `isReadable` says of one.
 */
export function readableBy(actor: Actor): Expression<SqlBool> {
  const recommendation = expressionBuilder<Tables, 'recommendations'>();
  const hidden = hiddenVisibilities(actor);
  if (hidden.length === 0) return recommendation.lit(true);
  // Said by what is left out: most is public, so no engine is to look for it by who reads it.
  const isOpen = recommendation('recommendations.visibility', 'not in', hidden);
  return mayEditRecommendations(actor) ? recommendation.or([isOpen, isEditableBy(actor)]) : isOpen;
}

/**
 * As {@link editableBy}, asked of one row at a time: for the few that are not open. A set of all that an actor edits
 * would be made for every query, and PostgreSQL would reckon with it wherever a row is looked up.
 */
function isEditableBy(actor: Actor): Expression<SqlBool> {
  const recommendation = expressionBuilder<Tables, 'recommendations'>();
  const scope = editableRecommendations(actor);
  if (scope === 'every') return recommendation.lit(true);
  const { organisations, territories } = scope;
  const ways = [recommendation.exists(sharedWithin(organisations, territories).where(isOfRow))];
  if (territories.length > 0) ways.push(recommendation.exists(concerning(territories).where(isOfRow)));
  return recommendation.or(ways);
}

const isOfRow = sql<SqlBool>`links.from_id = recommendations.id`;

/** The scope of what an actor may change, as the `where` of a query of recommendations; `isInScope` says the same. */
export function editableBy(actor: Actor): Expression<SqlBool> {
  const recommendation = expressionBuilder<Tables, 'recommendations'>();
  const scope = editableRecommendations(actor);
  if (scope === 'every') return recommendation.lit(true);
  const { organisations, territories } = scope;
  const ways = [recommendation('recommendations.id', 'in', sharedWithin(organisations, territories))];
  if (territories.length > 0) ways.push(recommendation('recommendations.id', 'in', concerning(territories)));
  return recommendation.or(ways);
}

/** What was shared at workshops that these organise, or that met in these territories. */
function sharedWithin(organisations: readonly string[], territories: readonly string[]) {
  return expressionBuilder<Tables, never>()
    .selectFrom('links')
    .innerJoin('workshops', 'workshops.id', 'links.to_id')
    .select('links.from_id')
    .where('links.relation', '=', 'shared-at')
    .where(within({ workshops: [], sessions: [], organisations, territories }));
}

/** What concerns these territories, or those within them. */
function concerning(territories: readonly string[]) {
  return expressionBuilder<Tables, never>()
    .selectFrom('links')
    .innerJoin('territories', 'territories.id', 'links.to_id')
    .select('links.from_id')
    .where('links.relation', '=', 'concerns')
    .where(({ eb, or }) =>
      or([eb('territories.id', 'in', territories), eb('territories.parent_id', 'in', territories)]),
    );
}

/** Whether an actor may change a recommendation. */
export async function mayEditRecommendation(db: Source, actor: Actor, id: string): Promise<boolean> {
  if (editableRecommendations(actor) === 'every') return true;
  const found = await db
    .selectFrom('recommendations')
    .select('id')
    .where('id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}
