import {
  expressionBuilder,
  sql,
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { holdsTerms } from '#platform/search/find.ts';
import { searchTerms } from '#platform/text/terms.ts';
import type { CommitmentKind, CommitmentStatus } from '../commitments/model.ts';
import { readableBy } from '../commitments/queries.server.ts';
import { dueDayOf, isDueWithin, isUndated } from '../due-days/queries.server.ts';
import { periodOf, statusesOf } from '../register/model.ts';
import type { Asked } from '../register/queries.server.ts';

type Commitments = SelectQueryBuilder<Tables, 'commitments', object>;

const byDue = dueDayOf('commitments');

/** The commitments of a view that an actor may read. @param anyStatus leaves the view's status aside */
export function commitmentsIn(
  db: Source,
  actor: Actor,
  { view, named, within, today }: Pick<Asked, 'view' | 'named' | 'within' | 'today'>,
  { anyStatus = false } = {},
): Commitments {
  const row = expressionBuilder<Tables, 'commitments'>();
  const ways: Expression<SqlBool>[] = [readableBy(actor)];
  if (view.q) ways.push(...holdsTerms('commitments', searchTerms(view.q)));
  if (within.length > 0) ways.push(ofExtents(within));
  if (named.institution) ways.push(withInstitution(named.institution.id, view.part));
  if (named.serves) ways.push(linkedTo('serves', [named.serves.id]));
  if (named.recommendation) ways.push(linkedTo('implements', [named.recommendation.id]));
  const statuses = anyStatus ? null : statusesOf(view);
  if (statuses) ways.push(row('commitments.status', 'in', statuses as CommitmentStatus[]));
  if (view.kind) ways.push(row('commitments.kind', '=', view.kind as CommitmentKind));
  if (view.due === 'late') ways.push(row('commitments.status', '=', 'late'));
  else if (view.due === 'none') ways.push(isUndated(byDue));
  else if (view.due) ways.push(isDueWithin(byDue, periodOf(view.due as 'month', today)));
  if (view.from || view.to) ways.push(isDueWithin(byDue, view));
  return db.selectFrom('commitments').where(row.and(ways)) as unknown as Commitments;
}

/** Commitments that count with some organisations or territories: see 0038's rule. */
function ofExtents(ids: readonly string[]): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'commitments'>();
  const held = row
    .selectFrom('commitment_extents')
    .select('commitment_extents.commitment_id')
    .where('commitment_extents.extent_id', 'in', ids);
  return row('commitments.id', 'in', held);
}

function linkedTo(relation: 'serves' | 'implements', ids: readonly string[]): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'commitments'>();
  const linked = row
    .selectFrom('links')
    .select('links.from_id')
    .where('links.to_id', 'in', ids)
    .where('links.relation', '=', relation);
  return row('commitments.id', 'in', linked);
}

function withInstitution(id: string, part: string | undefined): Expression<SqlBool> {
  if (!part) return ofExtents([id]);
  const row = expressionBuilder<Tables, 'commitments'>();
  const of = (table: 'commitment_parties' | 'funding_shares') =>
    row(
      'commitments.id',
      'in',
      row
        .selectFrom(table)
        .select(`${table}.commitment_id` as 'commitment_parties.commitment_id')
        .where(`${table}.organisation_id` as 'commitment_parties.organisation_id', '=', id),
    );
  const ways = {
    lead: row('commitments.organisation_id', '=', id),
    party: of('commitment_parties'),
    funder: of('funding_shares'),
  };
  return ways[part as keyof typeof ways];
}

/** What moves and what is stuck come before what is settled. */
const urgency: readonly CommitmentStatus[] = [
  'late',
  'not-started',
  'in-preparation',
  'in-progress',
  'discontinued',
  'completed',
];

const place = sql`${byDue}, commitments.reference, commitments.id`;

/**
 * The order of a view, as it stands after `order by`; those that are alike stand by the day on which they are due, what
 * has none last.
 */
export function orderOfCommitments({ sort }: Asked['view']): RawBuilder<unknown> {
  if (sort === 'newest') return sql`commitments.created_at desc, commitments.reference, commitments.id`;
  if (sort === 'moved') return sql`commitments.status_since desc, ${place}`;
  if (sort !== 'status') return place;
  const cases = urgency.map((status, at) => sql`when ${sql.lit(status)} then ${sql.lit(at)}`);
  return sql`case commitments.status ${sql.join(cases, sql` `)} end, ${place}`;
}
