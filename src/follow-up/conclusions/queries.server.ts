import type { ConclusionRow } from '#events/conclusions/model.ts';
import { readConclusion } from '#events/conclusions/queries.server.ts';
import { mayEditWorkshops } from '#events/policy.ts';
import { mayEditWorkshop } from '#events/queries.server.ts';
import { idsLinkedTo, linkedFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { freeReference } from '../adoptions/queries.server.ts';
import { titleAndText } from '../adoptions/model.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { listRecommendationsById } from '../recommendations/queries.server.ts';

/** What became of a conclusion in the register, and whether the actor may make a recommendation of it. */
export interface Uptake {
  recommendations: Pick<RecommendationRow, 'id' | 'slug' | 'reference'>[];
  open: boolean;
}

/**
 * What became of each of a workshop's conclusions, by the conclusion. One that a recommendation follows from is taken
 * up, whether the actor may read that recommendation or not.
 */
export async function readUptakes(
  db: Source,
  actor: Actor,
  conclusions: readonly Pick<ConclusionRow, 'id' | 'workshop_id'>[],
): Promise<Map<string, Uptake>> {
  const [first] = conclusions;
  if (!first) return new Map();
  const ends = await idsLinkedTo(
    db,
    'recommendations',
    conclusions.map(({ id }) => id),
    ['follows-from'],
  );
  const rows = await listRecommendationsById(
    db,
    actor,
    ends.map(({ id }) => id),
  );
  const mayMake = mayEditWorkshops(actor) && (await mayEditWorkshop(db, actor, first.workshop_id));
  return new Map(
    conclusions.map(({ id }) => {
      const taken = ends.filter(({ other_id }) => other_id === id).map((end) => end.id);
      const recommendations = rows
        .filter((row) => taken.includes(row.id))
        .map((row) => ({ id: row.id, slug: row.slug, reference: row.reference }));
      return [id, { recommendations, open: mayMake && taken.length === 0 }] as const;
    }),
  );
}

/** The sessions that a conclusion comes from, the one that it names first. */
export async function sessionsOf(db: Source, { id, item_id }: Pick<ConclusionRow, 'id' | 'item_id'>) {
  const named = item_id === null ? [] : await listByIds(db, 'programme_items', [item_id]);
  const linked = await linkedFrom(db, 'programme_items', [id], ['formulated-in']);
  return [...named, ...linked.filter((item) => item.id !== item_id)];
}

/**
 * A conclusion as a recommendation begins with it: its text in each language, the day of its session, or else of its
 * workshop, a free reference, and what the recommendation will be tied to. Undefined where the actor may not read it.
 */
export async function readDrawable(db: Source, actor: Actor, id: string) {
  const conclusion = await readConclusion(db, actor, id);
  if (!conclusion) return undefined;
  const [workshop] = await listByIds(db, 'workshops', [conclusion.workshop_id]);
  const [sessions, people, organisations, concepts, sources, uptakes] = await Promise.all([
    sessionsOf(db, conclusion),
    linkedFrom(db, 'people', [id], ['proposed-by']),
    linkedFrom(db, 'organisations', [id], ['proposing-organisation']),
    linkedFrom(db, 'concepts', [id], ['serves']),
    linkedFrom(db, 'sources', [id], ['cites']),
    readUptakes(db, actor, [conclusion]),
  ]);
  const issued = sessions[0]?.day ?? workshop!.ends_on ?? workshop!.starts_on;
  return {
    conclusion,
    workshop: workshop!,
    uptake: uptakes.get(id)!,
    ties: { sessions, people, organisations, concepts, sources },
    begun: {
      reference: await freeReference(db, workshop!.slug),
      ...titleAndText(conclusion),
      issued_on: issued,
      visibility: 'public' as const,
    },
  };
}
