import { linkedFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { commitmentsOf } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import { readOrigins } from '../recommendations/queries.server.ts';
import { readAddressees } from '../responses/queries.server.ts';
import { commitmentsAt, recommendationsAt } from '../register/queries.server.ts';

/** Some recommendations of a register with what stands around each, as far as an actor may read it. */
export async function readRecommendationDetails(db: Source, actor: Actor, ids: readonly string[]) {
  const [rows, addressees, territories, concepts, origins, commitments] = await Promise.all([
    recommendationsAt(db, ids),
    readAddressees(db, ids),
    linkedFrom(db, 'territories', ids, ['concerns']),
    linkedFrom(db, 'concepts', ids, ['serves']),
    readOrigins(db, actor, ids),
    commitmentsOf(db, actor, ids),
  ]);
  const territoriesOf = grouped(territories);
  const conceptsOf = grouped(concepts);
  const workshopsOf = grouped(origins.workshops);
  const initiativesOf = grouped(origins.initiatives);
  const served = grouped(commitments);
  return rows.map((recommendation) => ({
    recommendation,
    addressees: addressees.get(recommendation.id)!,
    territories: territoriesOf(recommendation),
    concepts: conceptsOf(recommendation),
    workshops: workshopsOf(recommendation),
    initiatives: initiativesOf(recommendation),
    commitments: served(recommendation),
  }));
}

export type RecommendationDetails = Awaited<ReturnType<typeof readRecommendationDetails>>[number];

/** Some commitments of a register with what stands around each, as far as an actor may read it. */
export async function readCommitmentDetails(db: Source, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const [rows, territories, concepts, parties, shares, recommendations] = await Promise.all([
    commitmentsAt(db, ids),
    linkedFrom(db, 'territories', ids, ['concerns']),
    linkedFrom(db, 'concepts', ids, ['serves']),
    db
      .selectFrom('commitment_parties')
      .select(['id', 'organisation_id', 'commitment_id as other_id'])
      .where('commitment_id', 'in', ids)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('funding_shares')
      .select(['id', 'amount_minor', 'currency', 'secured', 'commitment_id as other_id'])
      .where('commitment_id', 'in', ids)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('links')
      .innerJoin('recommendations', 'recommendations.id', 'links.to_id')
      .select(['recommendations.id', 'recommendations.slug', 'recommendations.reference'])
      .select('links.from_id as other_id')
      .where('links.from_id', 'in', ids)
      .where('links.relation', '=', 'implements')
      .where(readableBy(actor))
      .orderBy('recommendations.position')
      .orderBy('recommendations.id')
      .execute(),
  ]);
  const organisations = new Map(
    (
      await listByIds(
        db,
        'organisations',
        parties.map((row) => row.organisation_id),
      )
    ).map((row) => [row.id, row]),
  );
  const territoriesOf = grouped(territories);
  const conceptsOf = grouped(concepts);
  const partiesOf = grouped(parties);
  const sharesOf = grouped(shares);
  const served = grouped(recommendations);
  return rows.map((commitment) => ({
    commitment,
    territories: territoriesOf(commitment),
    concepts: conceptsOf(commitment),
    parties: partiesOf(commitment).flatMap((row) => organisations.get(row.organisation_id) ?? []),
    shares: sharesOf(commitment).map((row) => ({ ...row, amount_minor: Number(row.amount_minor) })),
    recommendations: served(commitment),
  }));
}

export type CommitmentDetails = Awaited<ReturnType<typeof readCommitmentDetails>>[number];

function grouped<Row extends { other_id: string }>(rows: readonly Row[]) {
  const byId = Map.groupBy(rows, ({ other_id }) => other_id);
  return ({ id }: { id: string }): Row[] => byId.get(id) ?? [];
}
