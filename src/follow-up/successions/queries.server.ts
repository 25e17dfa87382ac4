import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { readableBy } from '../queries.server.ts';
import { isSuccession, successions, type Succession } from './model.ts';

/** The ids of the recommendations that one comes after. */
export async function predecessorsOf(db: Source, id: string): Promise<string[]> {
  const before = await idsBefore(db, [id]);
  return before.get(id) ?? [];
}

/** The ids that each of some recommendations comes after, and those that these come after, to the first. */
export async function historyOf(db: Source, ids: readonly string[]): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  let at = [...new Set(ids)];
  while (at.length > 0) {
    const found = await idsBefore(db, at);
    for (const id of at) all.set(id, found.get(id) ?? []);
    at = [...new Set([...found.values()].flat())].filter((id) => !all.has(id));
  }
  return all;
}

async function idsBefore(db: Source, ids: readonly string[]): Promise<Map<string, string[]>> {
  const links = await db
    .selectFrom('links')
    .select(['from_id', 'to_id'])
    .where('from_id', 'in', ids)
    .where('relation', 'in', successions)
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(links, ({ from_id }) => from_id)].map(([id, own]) => [
      id,
      [...new Set(own.map(({ to_id }) => to_id))],
    ]),
  );
}

/** A recommendation at the other end of a succession. */
export interface Successive extends Pick<
  Tables['recommendations'],
  'id' | 'slug' | 'reference' | 'title_fr' | 'title_ar' | 'title_en' | 'title_original'
> {
  linkId: string;
  relation: Succession;
}

/** What a recommendation comes after and what comes after it, as far as an actor may read these. */
export async function readSuccessions(
  db: Source,
  actor: Actor,
  id: string,
): Promise<{ predecessors: Successive[]; successors: Successive[] }> {
  const [predecessors, successors] = await Promise.all([
    successive(db, actor, id, ['links.from_id', 'links.to_id']),
    successive(db, actor, id, ['links.to_id', 'links.from_id']),
  ]);
  return { predecessors, successors };
}

type End = 'links.from_id' | 'links.to_id';

async function successive(
  db: Source,
  actor: Actor,
  id: string,
  [own, other]: readonly [End, End],
): Promise<Successive[]> {
  const rows = await db
    .selectFrom('links')
    .innerJoin('recommendations', 'recommendations.id', other)
    .select(['links.id as linkId', 'links.relation', 'recommendations.id', 'slug', 'reference'])
    .select(['title_fr', 'title_ar', 'title_en', 'title_original'])
    .where(own, '=', id)
    .where('links.relation', 'in', successions)
    .where(readableBy(actor))
    .orderBy('recommendations.position')
    .orderBy('links.id')
    .execute();
  return rows.flatMap(({ relation, ...row }) => (isSuccession(relation) ? [{ ...row, relation }] : []));
}
