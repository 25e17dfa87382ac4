import { workshopJsonLd } from '#events/structured-data/exports.server.ts';
import { nothingOn, nowAndNext } from '#events/programme/model.ts';
import { readReadiness } from '#events/readiness/queries.server.ts';
import { phaseOf } from '#events/workshops/model.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { dossierAt } from '../../dossier.server.ts';
import { recalled } from '../../recalled.server.ts';

export const load = async ({ params, locals }) => {
  const dossier = await dossierAt(locals, params.slug);
  const { workshop } = dossier;
  const recommendations = await recalled(locals, `shared-at/${workshop.id}`, ({ db }) =>
    recommendationsLinkedTo(db.reader, workshop.id, ['shared-at']),
  );

  const at = locals.clock();
  const { phase, changesAt } = phaseOf(workshop, at);
  const now = phase === 'off' ? nothingOn : nowAndNext(dossier.programme, workshop.time_zone, at);
  for (const change of [changesAt, now.changesAt]) if (change) locals.reads.changesAt(change);

  // Only who is signed in reads a draft, so that nothing of this is kept for anyone.
  const readiness =
    workshop.status === 'draft'
      ? await readReadiness(locals.db.reader, locals.actor, workshop, dossier.programme)
      : null;

  return {
    readiness,
    dossier,
    recommendations,
    phase,
    now,
    until: locals.reads.next,
    jsonLd: workshopJsonLd(dossier, locals.publicUrl),
  };
};
