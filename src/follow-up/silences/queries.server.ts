import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { readableBy } from '../queries.server.ts';
import { ofTerritories } from '../recommendation-views/queries.server.ts';
import { authorities } from '../responses/model.ts';

/** What silences are narrowed to; nothing for all. */
export interface SilenceScope {
  /** A territory and all within it, of which the recommendations are. */
  within?: readonly string[];
  institution?: string;
  /** Some recommendations, by id. */
  recommendations?: readonly string[];
  /** Some institutions, as the `where` of a query of organisations. */
  among?: Expression<SqlBool>;
}

/** Whether an institution has not answered a recommendation, which nothing has superseded and the scope holds. */
function isSilent(
  actor: Actor,
  { within = [], institution, recommendations, among }: SilenceScope,
): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations' | 'organisations'>();
  const answered = row
    .selectFrom('responses')
    .select('responses.id')
    .whereRef('responses.recommendation_id', '=', 'recommendations.id')
    .whereRef('responses.organisation_id', '=', 'organisations.id');
  return row.and([
    readableBy(actor),
    row('recommendations.status', '<>', 'superseded'),
    row.not(row.exists(answered)),
    ...(within.length > 0 ? [ofTerritories(within)] : []),
    ...(recommendations ? [row('recommendations.id', 'in', recommendations)] : []),
    ...(among ? [among] : []),
    ...(institution ? [row('organisations.id', '=', institution)] : []),
  ]);
}

/** Institutions that were asked by their name. */
function askedByName(db: Source, actor: Actor, scope: SilenceScope) {
  return db
    .selectFrom('recommendations')
    .innerJoin('links', 'links.from_id', 'recommendations.id')
    .innerJoin('organisations', 'organisations.id', 'links.to_id')
    .select([
      'recommendations.id as recommendation_id',
      'organisations.id as organisation_id',
      'links.created_at as since',
    ])
    .where('links.relation', '=', 'addressed-to')
    .where(isSilent(actor, scope));
}

/** Institutions that are asked because they govern a territory of a level that was asked. */
function askedByLevel(db: Source, actor: Actor, scope: SilenceScope) {
  return db
    .selectFrom('addressed_levels')
    .innerJoin('recommendations', 'recommendations.id', 'addressed_levels.recommendation_id')
    .innerJoin('territories', 'territories.level', 'addressed_levels.level')
    .innerJoin('organisations', 'organisations.territory_id', 'territories.id')
    .leftJoin('territories as around', 'around.id', 'territories.parent_id')
    .leftJoin('territories as beyond', 'beyond.id', 'around.parent_id')
    .select([
      'recommendations.id as recommendation_id',
      'organisations.id as organisation_id',
      'addressed_levels.created_at as since',
    ])
    .where(({ eb, or, and }) =>
      or(
        Object.entries(authorities).map(([level, type]) =>
          and([
            eb('addressed_levels.level', '=', level as keyof typeof authorities),
            eb('organisations.type', '=', type),
          ]),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('links')
          .select('links.id')
          .whereRef('links.from_id', '=', 'recommendations.id')
          .where('links.relation', '=', 'concerns')
          .where((link) =>
            link.or(
              (
                ['territories.id', 'territories.parent_id', 'around.parent_id', 'beyond.parent_id'] as const
              ).map((one) => link('links.to_id', '=', link.ref(one))),
            ),
          ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('links')
            .select('links.id')
            .whereRef('links.from_id', '=', 'recommendations.id')
            .where('links.relation', '=', 'addressed-to')
            .whereRef('links.to_id', '=', 'organisations.id'),
        ),
      ),
    )
    .where(isSilent(actor, scope));
}

/**
 * Which institutions have not answered which recommendations that an actor may read, with the instant since which they
 * were asked: that of the link, or of the recommendation where its level was asked.
 */
export function silentIn(db: Source, actor: Actor, scope: SilenceScope) {
  return db
    .selectFrom(
      askedByName(db, actor, scope)
        .unionAll(askedByLevel(db, actor, scope))
        .as('silent'),
    )
    .innerJoin('organisations', 'organisations.id', 'silent.organisation_id');
}

/** An institution that has not answered: how many recommendations, and since when the first of them. */
export interface Silence {
  organisation: OrganisationRow;
  count: number;
  since: string;
}

/** The institutions that have not answered: those that owe the most answers first. */
export async function listSilent(db: Source, actor: Actor, scope: SilenceScope): Promise<Silence[]> {
  const rows = await silentIn(db, actor, scope)
    .select(({ fn }) => [
      'organisations.id',
      'organisations.slug',
      fn.countAll().as('count'),
      fn.min('silent.since').as('since'),
    ])
    .groupBy(['organisations.id', 'organisations.slug'])
    .execute();
  const organisations = new Map(
    (
      await listByIds(
        db,
        'organisations',
        rows.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return rows
    .map(({ id, count, since }) => ({
      organisation: organisations.get(id)!,
      count: Number(count),
      since: since as string,
    }))
    .toSorted(
      (one, other) =>
        other.count - one.count ||
        one.since.localeCompare(other.since) ||
        one.organisation.slug.localeCompare(other.organisation.slug),
    );
}
