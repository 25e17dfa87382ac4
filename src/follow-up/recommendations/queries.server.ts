import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { workshopsLinkedFrom } from '#events/workshops/queries.server.ts';
import { linkedFrom, type Linked } from '#network/links/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import { territoryLevels } from '#network/territories/model.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { readableBy } from '../queries.server.ts';
import type { AddressedLevelRow, RecommendationRow } from './model.ts';

/** The recommendations that an actor may read. */
function readable(db: Source, actor: Actor) {
  return db.selectFrom('recommendations').selectAll('recommendations').where(readableBy(actor));
}

/** The register as an actor may read it, in its order: all of it, or a part. */
export function listRecommendations(
  db: Source,
  actor: Actor,
  part?: { offset: number; limit: number },
): Promise<RecommendationRow[]> {
  return readable(db, actor)
    .orderBy('position')
    .orderBy('reference')
    .orderBy('id')
    .$if(part !== undefined, (query) => query.limit(part!.limit).offset(part!.offset))
    .execute();
}

/** How many recommendations an actor may read. */
export async function countRecommendations(db: Source, actor: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('recommendations')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(readableBy(actor))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A recommendation; undefined where there is none that the actor may read. */
export function readRecommendation(
  db: Source,
  actor: Actor,
  id: string,
): Promise<RecommendationRow | undefined> {
  return readable(db, actor).where('recommendations.id', '=', id).executeTakeFirst();
}

/** Some recommendations by their ids, those that an actor may read. */
export async function listRecommendationsById(
  db: Source,
  actor: Actor,
  ids: readonly string[],
): Promise<RecommendationRow[]> {
  if (ids.length === 0) return [];
  return readable(db, actor)
    .where('recommendations.id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The levels of authorities that a recommendation is addressed to, the widest first. */
export async function listAddressedLevels(db: Source, id: string): Promise<AddressedLevelRow[]> {
  const rows = await db
    .selectFrom('addressed_levels')
    .selectAll()
    .where('recommendation_id', '=', id)
    .execute();
  return rows.sort((a, b) => territoryLevels.indexOf(a.level) - territoryLevels.indexOf(b.level));
}

/** A recommendation as its form shows it, with the levels that it is addressed to. */
export async function readEditable(db: Source, actor: Actor, id: string) {
  const recommendation = await readRecommendation(db, actor, id);
  if (!recommendation) return undefined;
  const levels = await listAddressedLevels(db, id);
  return Object.assign(recommendation, { addressed_levels: levels.map(({ level }) => level) });
}

/**
 * The recommendations an actor may read that link to any of some records (shared at a workshop, stemming from an
 * initiative, serving a goal), in the order of the register; `other_id` is the record.
 * @param most the first so many
 */
export async function recommendationsLinkedTo(
  db: Source,
  actor: Actor,
  id: string | readonly string[],
  relations?: readonly Relation[],
  most?: number,
): Promise<Linked<'recommendations'>[]> {
  const ids = typeof id === 'string' ? [id] : id;
  if (ids.length === 0) return [];
  // What orders them is known without the rows, which are read of those that are shown.
  const ends = await db
    .selectFrom('recommendations')
    .innerJoin('links', 'links.from_id', 'recommendations.id')
    .select(['recommendations.id', 'links.relation', 'links.to_id as other_id'])
    .where(readableBy(actor))
    .where('links.to_id', 'in', ids)
    .where('links.from_kind', '=', 'recommendations')
    .$if(relations !== undefined, (query) => query.where('links.relation', 'in', relations!))
    .orderBy('recommendations.position')
    .orderBy('recommendations.reference')
    .orderBy('recommendations.id')
    .$if(most !== undefined, (query) => query.limit(most!))
    .execute();
  const rows = await listByIds(
    db,
    'recommendations',
    ends.map(({ id: one }) => one),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ends.flatMap(({ id: one, ...end }) => {
    const row = byId.get(one);
    return row ? [{ ...row, ...end }] : [];
  });
}

/** How many recommendations an actor may read link to each of some records. */
export async function countRecommendationsLinkedTo(
  db: Source,
  actor: Actor,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('links')
    .innerJoin('recommendations', 'recommendations.id', 'links.from_id')
    .select(({ fn }) => ['links.to_id', fn.countAll().as('count')])
    .where('links.to_id', 'in', ids)
    .where('links.relation', 'in', relations)
    .where(readableBy(actor))
    .groupBy('links.to_id')
    .execute();
  return new Map(rows.map(({ to_id, count }) => [to_id, Number(count)]));
}

/** Where some recommendations come from and the workshops that shared them; `other_id` is the recommendation. */
export async function readOrigins(db: Source, actor: Actor, ids: readonly string[]) {
  const [initiatives, workshops] = await Promise.all([
    linkedFrom(db, 'initiatives', ids, ['stems-from']),
    workshopsLinkedFrom(db, actor, ids, ['shared-at']),
  ]);
  return { initiatives, workshops };
}
