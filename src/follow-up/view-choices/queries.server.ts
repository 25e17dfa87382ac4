import { readableBy as readableWorkshops } from '#events/queries.server.ts';
import { schemes } from '#network/taxonomy/model.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
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

/** Whom recommendations ask to answer, and who has answered. */
function addressees(db: Source, actor: Actor) {
  const asked = db
    .selectFrom('links')
    .innerJoin('recommendations', 'recommendations.id', 'links.from_id')
    .select('links.to_id')
    .where('links.relation', '=', 'addressed-to')
    .where(readableBy(actor));
  const answered = db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
    .select('responses.organisation_id')
    .where(readableBy(actor));
  return db
    .selectFrom('organisations')
    .select(named)
    .where(({ eb, or }) => or([eb('id', 'in', asked), eb('id', 'in', answered)]))
    .execute();
}

/** Who answers for commitments, takes part in them or funds them. */
function committed(db: Source, actor: Actor) {
  const leads = db.selectFrom('commitments').select('organisation_id').where(readableCommitments(actor));
  const of = (table: 'commitment_parties' | 'funding_shares') =>
    db
      .selectFrom(table as 'commitment_parties')
      .innerJoin('commitments', 'commitments.id', `${table as 'commitment_parties'}.commitment_id`)
      .select(`${table as 'commitment_parties'}.organisation_id`)
      .where(readableCommitments(actor));
  return db
    .selectFrom('organisations')
    .select(named)
    .where(({ eb, or }) =>
      or([
        eb('id', 'in', leads),
        eb('id', 'in', of('commitment_parties')),
        eb('id', 'in', of('funding_shares')),
      ]),
    )
    .execute();
}

/** The workshops that shared recommendations, the latest first, and the initiatives that they stem from. */
async function originsOf(db: Source, actor: Actor) {
  const ends = (relation: 'shared-at' | 'stems-from') =>
    db
      .selectFrom('links')
      .innerJoin('recommendations', 'recommendations.id', 'links.from_id')
      .select('links.to_id')
      .where('links.relation', '=', relation)
      .where(readableBy(actor));
  const [workshops, initiatives] = await Promise.all([
    db
      .selectFrom('workshops')
      .select(['id', 'slug', 'starts_on', 'title_fr', 'title_ar', 'title_en', 'title_original'])
      .where(readableWorkshops(actor))
      .where('id', 'in', ends('shared-at'))
      .orderBy('starts_on', 'desc')
      .orderBy('slug')
      .execute(),
    db.selectFrom('initiatives').select(named).where('id', 'in', ends('stems-from')).execute(),
  ]);
  return { workshops, initiatives };
}
