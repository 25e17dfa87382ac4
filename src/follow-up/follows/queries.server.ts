import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { readCommitment } from '../commitments/queries.server.ts';
import { listTerritoryCoordinators } from '../extensions/queries.server.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { readAddressees } from '../responses/queries.server.ts';
import type { Followable } from './model.ts';

/** Whether there is such a record that the actor may read. */
const readers: Record<Followable, (db: Source, actor: Actor, id: string) => Promise<boolean>> = {
  recommendations: async (db, actor, id) => (await readRecommendation(db, actor, id)) !== undefined,
  commitments: async (db, actor, id) => (await readCommitment(db, actor, id)) !== undefined,
};

/** Whether an actor may follow a record: it may read it. */
export function mayFollow(db: Source, actor: Actor, kind: Followable, id: string): Promise<boolean> {
  return readers[kind](db, actor, id);
}

/** Whether an account follows a record. */
export async function isFollowing(db: Source, accountId: string, recordId: string): Promise<boolean> {
  const found = await db
    .selectFrom('follows')
    .select('id')
    .where('account_id', '=', accountId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * The accounts that are told what becomes of a recommendation: those who proposed it, as people or by a role on an
 * organisation that did; those of the organisations behind the study it stems from; who answers for its addressees; and
 * whoever follows it. Each once.
 */
export async function accountsAround(db: Source, id: string): Promise<string[]> {
  const linked = (relations: readonly ('proposed-by' | 'proposing-organisation' | 'stems-from')[]) =>
    db.selectFrom('links').select('to_id').where('from_id', '=', id).where('relation', 'in', relations);
  const addressees = (await readAddressees(db, [id]))
    .get(id)!
    .organisations.map(({ organisation }) => organisation);
  const places = addressees.flatMap(({ id: own, territory_id }) => [
    own,
    ...(territory_id ? [territory_id] : []),
  ]);
  const [people, proposing, behind, answering, following] = await Promise.all([
    db
      .selectFrom('accounts')
      .select('id')
      .where('person_id', 'in', linked(['proposed-by']))
      .execute(),
    db
      .selectFrom('grants')
      .select('account_id as id')
      .where('scope', '=', 'organisation')
      .where('on_id', 'in', linked(['proposing-organisation']))
      .execute(),
    db
      .selectFrom('grants')
      .innerJoin('links', 'links.to_id', 'grants.on_id')
      .select('grants.account_id as id')
      .where('grants.scope', '=', 'organisation')
      .where('links.relation', '=', 'implementer')
      .where('links.from_id', 'in', linked(['stems-from']))
      .execute(),
    places.length === 0
      ? []
      : db
          .selectFrom('grants')
          .select('account_id as id')
          .where('role', 'in', ['focal-point', 'alternate'])
          .where('on_id', 'in', places)
          .execute(),
    db.selectFrom('follows').select('account_id as id').where('record_id', '=', id).execute(),
  ]);
  const all = [people, proposing, behind, answering, following].flat();
  return [...new Set(all.map((row) => row.id))].toSorted();
}

/**
 * The accounts that are told what becomes of a commitment besides those who answer for it: who answers for the
 * institutions that take part in it, pay for it or confirm it, who coordinates the territories that it concerns, and
 * whoever follows it. Each once.
 */
export async function accountsAroundCommitment(db: Source, id: string): Promise<string[]> {
  const [answering, coordinating, following] = await Promise.all([
    db
      .selectFrom('grants')
      .select('account_id as id')
      .where('scope', '=', 'organisation')
      .where('role', 'in', ['focal-point', 'alternate'])
      .where(({ eb, or, selectFrom }) =>
        or([
          eb(
            'on_id',
            'in',
            selectFrom('commitment_parties').select('organisation_id').where('commitment_id', '=', id),
          ),
          eb(
            'on_id',
            'in',
            selectFrom('funding_shares')
              .select('organisation_id')
              .where('commitment_id', '=', id)
              .where('organisation_id', 'is not', null),
          ),
          eb('on_id', 'in', selectFrom('commitments').select('confirmed_by_id').where('id', '=', id)),
        ]),
      )
      .execute(),
    listTerritoryCoordinators(db, id),
    db.selectFrom('follows').select('account_id as id').where('record_id', '=', id).execute(),
  ]);
  const all = [...answering, ...following].map((row) => row.id);
  return [...new Set([...all, ...coordinating])].toSorted();
}
