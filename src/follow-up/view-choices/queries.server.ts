import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { readableBy as readableWorkshops } from '#events/queries.server.ts';
import { schemes } from '#network/taxonomy/model.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { readableBy as readableCommitments } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import type { Register } from '../register/model.ts';

const named = ['id', 'slug', 'name_fr', 'name_ar', 'name_en', 'name_original'] as const;

/**
 * What a register may be narrowed to: only what a record that the actor reads leads to, so that no choice tells of
 * what it may not read.
 */
export async function readChoices(db: Source, actor: Actor, register: Register) {
  const [regions, concepts, institutions, origins] = await Promise.all([
    listTerritories(db, 'region'),
    Promise.all(schemes.map((scheme) => listConcepts(db, scheme))),
    register === 'recommendations' ? addressees(db, actor) : committed(db, actor),
    register === 'recommendations' ? originsOf(db, actor) : { workshops: [], initiatives: [] },
  ]);
  return { regions, concepts: concepts.flat(), institutions, ...origins };
}

export type Choices = Awaited<ReturnType<typeof readChoices>>;

/**
 * Whether there is a row: as a value that is asked for and not as `exists`, which PostgreSQL would answer by reading all
 * rows of all institutions.
 */
function isSome(first: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`(${first}) is not null`;
}
const one = sql.lit(1).as('found');

/** Whom recommendations ask to answer, and who has answered. */
function addressees(db: Source, actor: Actor) {
  // Asked of each institution, of which there are few: the first record that leads to one is enough.
  return db
    .selectFrom('organisations')
    .select(named)
    .where(({ or, selectFrom }) =>
      or([
        isSome(
          selectFrom('links')
            .innerJoin('recommendations', 'recommendations.id', 'links.from_id')
            .whereRef('links.to_id', '=', 'organisations.id')
            .where('links.relation', '=', 'addressed-to')
            .where(readableBy(actor))
            .select(one)
            .limit(1),
        ),
        isSome(
          selectFrom('responses')
            .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
            .whereRef('responses.organisation_id', '=', 'organisations.id')
            .where(readableBy(actor))
            .select(one)
            .limit(1),
        ),
      ]),
    )
    .execute();
}

/** Who answers for commitments, takes part in them or funds them. */
function committed(db: Source, actor: Actor) {
  const parts = ['commitment_parties', 'funding_shares'] as const;
  return db
    .selectFrom('organisations')
    .select(named)
    .where(({ or, selectFrom }) =>
      or([
        isSome(
          selectFrom('commitments')
            .whereRef('commitments.organisation_id', '=', 'organisations.id')
            .where(readableCommitments(actor))
            .select(one)
            .limit(1),
        ),
        // Kysely types a query by one table's name; both name their organisation and their commitment.
        ...(parts as readonly string[] as readonly 'commitment_parties'[]).map((part) =>
          isSome(
            selectFrom(part)
              .innerJoin('commitments', 'commitments.id', `${part}.commitment_id`)
              .whereRef(`${part}.organisation_id`, '=', 'organisations.id')
              .where(readableCommitments(actor))
              .select(one)
              .limit(1),
          ),
        ),
      ]),
    )
    .execute();
}

/** The workshops that shared recommendations, the latest first, and the initiatives that they stem from. */
async function originsOf(db: Source, actor: Actor) {
  const led = (kind: 'workshops' | 'initiatives', relation: 'shared-at' | 'stems-from') =>
    isSome(
      expressionBuilder<Tables, 'workshops'>()
        .selectFrom('links')
        .innerJoin('recommendations', 'recommendations.id', 'links.from_id')
        .whereRef('links.to_id', '=', `${kind as 'workshops'}.id`)
        .where('links.relation', '=', relation)
        .where(readableBy(actor))
        .select(one)
        .limit(1),
    );
  const [workshops, initiatives] = await Promise.all([
    db
      .selectFrom('workshops')
      .select(['id', 'slug', 'starts_on', 'title_fr', 'title_ar', 'title_en', 'title_original'])
      .where(readableWorkshops(actor))
      .where(led('workshops', 'shared-at'))
      .orderBy('starts_on', 'desc')
      .orderBy('slug')
      .execute(),
    db.selectFrom('initiatives').select(named).where(led('initiatives', 'stems-from')).execute(),
  ]);
  return { workshops, initiatives };
}
