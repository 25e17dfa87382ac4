import { listConclusions } from '#events/conclusions/queries.server.ts';
import { withoutSexes } from '#events/workshops/model.ts';
import { listWorkshopsById } from '#events/workshops/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { commitmentsOf } from '../commitments/queries.server.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { readOrigins, recommendationsLinkedTo } from '../recommendations/queries.server.ts';
import { explain } from '../status/queries.server.ts';
import { readSuccessions } from '../successions/queries.server.ts';

/** How many others of the same study a recommendation tells of. */
const SIBLINGS = 12;

/** A recommendation with where it comes from, what its meeting concluded, what it serves and what became of it. */
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
  const [siblings, conclusions, explanation, successions, commitments] = await Promise.all([
    origin ? recommendationsLinkedTo(db, actor, origin.id, ['stems-from'], SIBLINGS + 1) : [],
    meeting ? listConclusions(db, meeting.id) : [],
    explain(db, recommendation),
    readSuccessions(db, actor, id),
    commitmentsOf(db, actor, [id]),
  ]);
  const answers = explanation.addressees.organisations.flatMap(({ response }) => response?.id ?? []);
  return {
    recommendation,
    ...origins,
    territories,
    concepts,
    sources,
    conclusions,
    /** The sessions that formulated it, each with its workshop's address. */
    sessions: withoutSexes(sessions),
    /** The conclusions that it follows from. */
    followed,
    people,
    proposing,
    /** Why it has the status it has, and whom it asks to answer. */
    explanation,
    /** Those that serve it, as far as the actor may read them: its status follows from the public ones alone. */
    commitments,
    /** What it comes after, and what comes after it. */
    successions,
    /** What answers cite; `other_id` is the answer. */
    answerSources: await linkedFrom(db, 'sources', answers, ['cites']),
    /** The first others of the same study; its page leads to all. */
    siblings: siblings.filter((sibling) => sibling.id !== id).slice(0, SIBLINGS),
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
