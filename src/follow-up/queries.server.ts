import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
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
  return mayEditRecommendations(actor) ? recommendation.or([isOpen, editableBy(actor)]) : isOpen;
}

/** The scope of what an actor may change, as the `where` of a query of recommendations; `isInScope` says the same. */
export function editableBy(actor: Actor): Expression<SqlBool> {
  const recommendation = expressionBuilder<Tables, 'recommendations'>();
  const scope = editableRecommendations(actor);
  if (scope === 'every') return recommendation.lit(true);
  const { organisations, territories } = scope;
  const shared = recommendation
    .selectFrom('links')
    .innerJoin('workshops', 'workshops.id', 'links.to_id')
    .select('links.from_id')
    .where('links.relation', '=', 'shared-at')
    .where(within({ workshops: [], sessions: [], organisations, territories }));
  const ways = [recommendation('recommendations.id', 'in', shared)];
  if (territories.length > 0) {
    const concerned = recommendation
      .selectFrom('links')
      .innerJoin('territories', 'territories.id', 'links.to_id')
      .select('links.from_id')
      .where('links.relation', '=', 'concerns')
      .where(({ eb, or }) =>
        or([eb('territories.id', 'in', territories), eb('territories.parent_id', 'in', territories)]),
      );
    ways.push(recommendation('recommendations.id', 'in', concerned));
  }
  return recommendation.or(ways);
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
