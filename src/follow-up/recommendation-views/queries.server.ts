import {
  expressionBuilder,
  sql,
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import type { Relation } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { holdsTerms } from '#platform/search/find.ts';
import { searchTerms } from '#platform/text/terms.ts';
import { dueDayOf, isDueWithin, isUndated } from '../due-days/queries.server.ts';
import { governs } from '../governing/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import {
  recommendationStatuses,
  type Priority,
  type RecommendationStatus,
} from '../recommendations/model.ts';
import { periodOf } from '../register/model.ts';
import type { Asked } from '../register/queries.server.ts';

type Recommendations = SelectQueryBuilder<Tables, 'recommendations', object>;

const byDue = dueDayOf('recommendations');

/** The recommendations of a view that an actor may read. @param anyStatus leaves the view's status aside */
export function recommendationsIn(
  db: Source,
  actor: Actor,
  asked: Pick<Asked, 'view' | 'named' | 'within' | 'today'>,
  { anyStatus = false } = {},
): Recommendations {
  const { view, named } = asked;
  const row = expressionBuilder<Tables, 'recommendations'>();
  const ways: Expression<SqlBool>[] = [readableBy(actor)];
  if (view.q) ways.push(...holdsTerms('recommendations', searchTerms(view.q)));
  if (asked.within.length > 0) ways.push(ofTerritories(asked.within));
  if (named.institution) ways.push(addressedTo(named.institution.id));
  if (named.serves) ways.push(linkedTo(['serves'], [named.serves.id]));
  if (named.workshop) ways.push(linkedTo(['shared-at'], [named.workshop.id]));
  if (named.initiative) ways.push(linkedTo(['stems-from'], [named.initiative.id]));
  if (view.status && !anyStatus)
    ways.push(row('recommendations.status', '=', view.status as RecommendationStatus));
  if (view.priority === 'none') ways.push(row('recommendations.priority', 'is', null));
  else if (view.priority) ways.push(row('recommendations.priority', '=', Number(view.priority) as Priority));
  ways.push(...dueOf(asked));
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
    .where(governs(ids));
  // One list of both, which a database joins; either of two lists it would look up for every recommendation there is.
  return row('recommendations.id', 'in', idsLinkedTo(['concerns'], ids).unionAll(governing));
}

function linkedTo(relations: readonly Relation[], ids: readonly string[]): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations'>();
  return row('recommendations.id', 'in', idsLinkedTo(relations, ids));
}

function idsLinkedTo(relations: readonly Relation[], ids: readonly string[]) {
  return expressionBuilder<Tables, 'recommendations'>()
    .selectFrom('links')
    .select('links.from_id')
    .where('links.to_id', 'in', ids)
    .where('links.relation', 'in', relations);
}

/** Whoever has answered was asked as well. */
function addressedTo(id: string): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations'>();
  const answered = row
    .selectFrom('responses')
    .select('responses.recommendation_id as from_id')
    .where('responses.organisation_id', '=', id);
  return row('recommendations.id', 'in', idsLinkedTo(['addressed-to'], [id]).unionAll(answered));
}

/**
 * A recommendation is due when the first of its open public commitments is: the day is kept with it, so nobody is told
 * by it of what is not public. What has none comes last, and lies in no period.
 */
function dueOf({ view, today }: Pick<Asked, 'view' | 'today'>): Expression<SqlBool>[] {
  if (view.due === 'none') return [isUndated(byDue)];
  const ways: Expression<SqlBool>[] = [];
  if (view.due === 'late') ways.push(sql<SqlBool>`${byDue} < ${today}`);
  else if (view.due) ways.push(isDueWithin(byDue, periodOf(view.due as 'month', today)));
  if (view.from || view.to) ways.push(isDueWithin(byDue, view));
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

const place = sql`recommendations.position, recommendations.reference, recommendations.id`;

/** The order of a view, as it stands after `order by`; those that are alike stand as in the register. */
export function orderOfRecommendations({ sort }: Asked['view']): RawBuilder<unknown> {
  const orders: Record<string, RawBuilder<unknown>> = {
    due: byDue,
    priority: sql`coalesce(recommendations.priority, ${sql.lit(9)})`,
    newest: sql`coalesce(recommendations.issued_on, '') desc`,
    moved: sql`coalesce(recommendations.status_since, '') desc`,
    status: byUrgency(urgency),
  };
  const order = sort === undefined ? undefined : orders[sort];
  return order ? sql`${order}, ${place}` : place;
}

function byUrgency(order: readonly string[]) {
  const cases = order.map((status, at) => sql`when ${sql.lit(status)} then ${sql.lit(at)}`);
  return sql`case recommendations.status ${sql.join(cases, sql` `)} else ${sql.lit(recommendationStatuses.length)} end`;
}
