import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listConclusions } from '#events/conclusions/queries.server.ts';
import { listWorkshopsById, workshopsLinkedFrom } from '#events/workshops/queries.server.ts';
import { linkedFrom, linkedTo } from '#network/links/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import type { RecommendationRow } from './model.ts';

/** The register, in its order: all of it, or a part. */
export function listRecommendations(
  db: Source,
  part?: { offset: number; limit: number },
): Promise<RecommendationRow[]> {
  return db
    .selectFrom('recommendations')
    .selectAll()
    .orderBy('position')
    .orderBy('reference')
    .orderBy('id')
    .$if(part !== undefined, (query) => query.limit(part!.limit).offset(part!.offset))
    .execute();
}

export function readRecommendation(db: Source, id: string): Promise<RecommendationRow | undefined> {
  return db.selectFrom('recommendations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Recommendations linked to a record: shared at a workshop, stemming from an initiative, serving a goal. */
export async function recommendationsLinkedTo(db: Source, id: string, relations?: readonly Relation[]) {
  const linked = await linkedTo(db, 'recommendations', [id], relations);
  return linked.sort((a, b) => a.position - b.position);
}

/** Where some recommendations come from and the workshops that shared them; `other_id` is the recommendation. */
export async function readOrigins(db: Source, actor: Actor, ids: readonly string[]) {
  const [initiatives, workshops] = await Promise.all([
    linkedFrom(db, 'initiatives', ids, ['stems-from']),
    workshopsLinkedFrom(db, actor, ids, ['shared-at']),
  ]);
  return { initiatives, workshops };
}

/** A recommendation with where it comes from, what its meeting concluded, and what it serves. */
export async function readRecommendationDossier(db: Source, actor: Actor, recommendation: RecommendationRow) {
  const { id } = recommendation;
  const [origins, territories, concepts, sources, sessions, followed, people, proposing] = await Promise.all([
    readOrigins(db, actor, [id]),
    linkedFrom(db, 'territories', [id], ['concerns']),
    linkedFrom(db, 'concepts', [id], ['serves']),
    linkedFrom(db, 'sources', [id], ['cites']),
    readableFrom(db, actor, 'programme_items', id, 'formulated-in'),
    readableFrom(db, actor, 'conclusions', id, 'follows-from'),
    linkedFrom(db, 'people', [id], ['proposed-by']),
    linkedFrom(db, 'organisations', [id], ['proposing-organisation']),
  ]);
  const [origin] = origins.initiatives;
  const [meeting] = origins.workshops;
  const [siblings, conclusions] = await Promise.all([
    origin ? recommendationsLinkedTo(db, origin.id, ['stems-from']) : [],
    meeting ? listConclusions(db, meeting.id) : [],
  ]);
  return {
    recommendation,
    ...origins,
    territories,
    concepts,
    sources,
    conclusions,
    /** The sessions that formulated it, each with its workshop's address. */
    sessions,
    /** The conclusions that it follows from. */
    followed,
    people,
    proposing,
    siblings: siblings.filter((sibling) => sibling.id !== id),
  };
}

/** What a recommendation is linked with of the workshops that an actor may read, with their addresses. */
async function readableFrom<Kind extends 'programme_items' | 'conclusions'>(
  db: Source,
  actor: Actor,
  kind: Kind,
  id: string,
  relation: Relation,
) {
  const rows = await linkedFrom(db, kind, [id], [relation]);
  const workshops = await listWorkshopsById(
    db,
    actor,
    rows.map(({ workshop_id }) => workshop_id),
  );
  return rows.flatMap((row) => {
    const workshop = workshops.find((one) => one.id === row.workshop_id);
    return workshop ? [{ ...row, workshop: workshop.slug }] : [];
  });
}

export type RecommendationDossier = Awaited<ReturnType<typeof readRecommendationDossier>>;
