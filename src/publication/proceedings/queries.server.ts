import { readActions } from '#events/actions/queries.server.ts';
import type { Dossier } from '#events/dossier/queries.server.ts';
import { readMinutesNow, readSealedMinutes } from '#events/sealed-minutes/queries.server.ts';
import { readPreviousInFull } from '#follow-up/previous-editions/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { listOutcomes } from '#network/initiatives/queries.server.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';

/** How many recommendations of the editions before are told one by one. */
const PREVIOUS_MOST = 200;

/**
 * Everything that the proceedings of a workshop tell beside its dossier. The caller has read the workshop.
 * @param draft as they would be now, with what is not sealed or published yet: the caller has asked whether the actor
 * edits the workshop
 */
export async function readProceedings(db: Source, actor: Actor, dossier: Dossier, { draft = false } = {}) {
  const { workshop, programme, conclusions } = dossier;
  const [minutes, actions, recommendations, presented, before] = await Promise.all([
    draft ? readMinutesNow(db, actor, workshop.id) : readSealedMinutes(db, actor, workshop.id),
    // Who is to do what is told once the workshop is published.
    draft || workshop.status === 'published' ? readActions(db, workshop.id) : [],
    recommendationsLinkedTo(db, actor, workshop.id, ['shared-at']),
    linkedFrom(
      db,
      'initiatives',
      programme.map(({ id }) => id),
      ['presents'],
    ),
    readPreviousInFull(db, actor, dossier, PREVIOUS_MOST),
  ]);
  const initiatives = await Promise.all(
    [...new Map(presented.map((row) => [row.id, row])).values()].map(async (initiative) => ({
      initiative,
      outcomes: await listOutcomes(db, initiative.id),
    })),
  );
  const citing = [
    ...conclusions,
    ...recommendations,
    ...initiatives.flatMap(({ initiative, outcomes }) => [initiative, ...outcomes]),
  ];
  const further = await linkedFrom(
    db,
    'sources',
    citing.map(({ id }) => id),
    ['cites'],
  );
  return {
    ...dossier,
    minutes,
    actions,
    recommendations,
    /** Where the recommendations of the editions before stand. */
    before,
    presented: initiatives,
    cited: [...dossier.sources, ...further],
  };
}

export type Proceedings = Awaited<ReturnType<typeof readProceedings>>;
