import { expressionBuilder, sql, type Expression, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { Relation } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { readableBy as readableCommitments } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import {
  recommendationStatuses,
  type Priority,
  type RecommendationStatus,
} from '../recommendations/model.ts';
import { authorities } from '../responses/model.ts';
import { periodOf } from '../register/model.ts';
import type { Asked } from '../register/queries.server.ts';

type Recommendations = SelectQueryBuilder<Tables, 'recommendations', object>;

/** The recommendations of a view that an actor may read. @param anyStatus leaves the view's status aside */
export function recommendationsIn(
  db: Source,
  actor: Actor,
  asked: Pick<Asked, 'view' | 'named' | 'within' | 'today'>,
  { anyStatus = false } = {},
): Recommendations {
  const { view, named, within } = asked;
  const row = expressionBuilder<Tables, 'recommendations'>();
  const ways: Expression<SqlBool>[] = [readableBy(actor)];
  if (within.length > 0) ways.push(ofTerritories(within));
  if (named.institution) ways.push(addressedTo(named.institution.id));
  if (named.serves) ways.push(linkedTo(['serves'], [named.serves.id]));
  if (named.workshop) ways.push(linkedTo(['shared-at'], [named.workshop.id]));
  if (named.initiative) ways.push(linkedTo(['stems-from'], [named.initiative.id]));
  if (view.status && !anyStatus)
    ways.push(row('recommendations.status', '=', view.status as RecommendationStatus));
  if (view.priority === 'none') ways.push(row('recommendations.priority', 'is', null));
  else if (view.priority) ways.push(row('recommendations.priority', '=', Number(view.priority) as Priority));
  ways.push(...dueOf(actor, asked));
  return db.selectFrom('recommendations').where(row.and(ways)) as unknown as Recommendations;
}

/** Recommendations that concern some territories, or that ask those who govern them. */
export function ofTerritories(ids: readonly string[]): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations'>();
  const governing = row
    .selectFrom('links')
    .innerJoin('organisations', 'organisations.id', 'links.to_id')
    .select('links.from_id')
    .where('links.relation', '=', 'addressed-to')
    .where('organisations.territory_id', 'in', ids)
    .where('organisations.type', 'in', Object.values(authorities));
  return row.or([linkedTo(['concerns'], ids), row('recommendations.id', 'in', governing)]);
}

function linkedTo(relations: readonly Relation[], ids: readonly string[]): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations'>();
  const linked = row
    .selectFrom('links')
    .select('links.from_id')
    .where('links.to_id', 'in', ids)
    .where('links.relation', 'in', relations);
  return row('recommendations.id', 'in', linked);
}

/** Whoever has answered was asked as well. */
function addressedTo(id: string): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations'>();
  const answered = row
    .selectFrom('responses')
    .select('responses.recommendation_id')
    .where('responses.organisation_id', '=', id);
  return row.or([linkedTo(['addressed-to'], [id]), row('recommendations.id', 'in', answered)]);
}

/** A recommendation is due as the commitments that serve it are, those that the actor may read. */
function dueOf(actor: Actor, { view, today }: Pick<Asked, 'view' | 'today'>): Expression<SqlBool>[] {
  const row = expressionBuilder<Tables, 'recommendations'>();
  const served = () =>
    row
      .selectFrom('commitments')
      .innerJoin('links', 'links.from_id', 'commitments.id')
      .select('links.to_id')
      .where('links.relation', '=', 'implements')
      .where(readableCommitments(actor));
  const ways: Expression<SqlBool>[] = [];
  const among = (query: ReturnType<typeof served>) => ways.push(row('recommendations.id', 'in', query));
  if (view.due === 'late') among(served().where('commitments.status', '=', 'late'));
  else if (view.due === 'none')
    ways.push(row('recommendations.id', 'not in', served().where('commitments.due_on', 'is not', null)));
  else if (view.due) {
    const { from, to } = periodOf(view.due as 'month', today);
    among(served().where('commitments.due_on', '>=', from).where('commitments.due_on', '<=', to));
  }
  if (view.from || view.to)
    among(
      served()
        .$if(view.from !== undefined, (query) => query.where('commitments.due_on', '>=', view.from!))
        .$if(view.to !== undefined, (query) => query.where('commitments.due_on', '<=', view.to!)),
    );
  return ways;
}

/** What moves and what is stuck come before what is settled. */
const urgency: readonly RecommendationStatus[] = [
  'late',
  'unanswered',
  'unaddressed',
  'rejected',
  'accepted',
  'committed',
  'in-progress',
  'discontinued',
  'completed',
  'superseded',
];

/** Puts recommendations in the order of a view; those that are alike stand as in the register. */
export function ordersOfRecommendations(
  query: Recommendations,
  { view }: Pick<Asked, 'view'>,
): Recommendations {
  const register = (ordered: Recommendations) =>
    ordered
      .orderBy('recommendations.position')
      .orderBy('recommendations.reference')
      .orderBy('recommendations.id');
  if (view.sort === 'priority')
    return register(query.orderBy(sql`coalesce(recommendations.priority, ${sql.lit(9)})`));
  if (view.sort === 'newest')
    return register(query.orderBy(sql`coalesce(recommendations.issued_on, '')`, 'desc'));
  if (view.sort === 'moved')
    return register(query.orderBy(sql`coalesce(recommendations.status_since, '')`, 'desc'));
  if (view.sort === 'status') return register(query.orderBy(byUrgency(urgency)));
  return register(query);
}

function byUrgency(order: readonly string[]) {
  const cases = order.map((status, at) => sql`when ${sql.lit(status)} then ${sql.lit(at)}`);
  return sql`case recommendations.status ${sql.join(cases, sql` `)} else ${sql.lit(recommendationStatuses.length)} end`;
}
