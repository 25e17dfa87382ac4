import { identifier, recordJson, reference, texts } from '#network/exports.server.ts';
import { citation } from '#network/sources/exports.server.ts';
import type { RecommendationDossier } from '../recommendation-dossiers/queries.server.ts';

/** A recommendation's record in its three languages, with where it comes from and what it serves. */
export function recommendationRecord(dossier: RecommendationDossier, publicUrl: string): string {
  const { recommendation, initiatives, workshops, territories, concepts, sources, sessions, explanation } =
    dossier;
  const { addressees } = explanation;
  return recordJson({
    id: identifier(publicUrl, 'recommendations', recommendation),
    type: 'recommendation',
    reference: recommendation.reference,
    title: texts(recommendation, 'title'),
    text: texts(recommendation, 'text'),
    stemsFrom: initiatives.map((row) => reference(publicUrl, 'initiatives', row)),
    sharedAt: workshops.map((row) => ({
      id: identifier(publicUrl, 'workshops', row),
      title: texts(row, 'title'),
    })),
    ...(sessions.length > 0 && {
      formulatedIn: sessions.map((row) => ({ title: texts(row, 'title') })),
    }),
    concerns: territories.map((row) => reference(publicUrl, 'territories', row)),
    serves: concepts.map(({ scheme, code }) => ({ scheme, code })),
    sources: sources.map(citation),
    status: explanation.status,
    ...(explanation.since && { statusSince: explanation.since }),
    addressees: [
      ...addressees.organisations.map(({ organisation, response }) => ({
        ...reference(publicUrl, 'organisations', organisation),
        answer: response && {
          position: response.position,
          reasons: texts(response, 'reasons'),
          respondedOn: response.responded_on,
        },
      })),
      ...addressees.unnamed.map((level) => ({ level, answer: null })),
    ],
    ...after(dossier, publicUrl),
    updatedAt: recommendation.updated_at,
  });
}

/** What it comes after and what comes after it, where anything does. */
function after({ successions: { predecessors, successors } }: RecommendationDossier, publicUrl: string) {
  const told = (rows: typeof predecessors) =>
    rows.map((row) => ({
      id: identifier(publicUrl, 'recommendations', row),
      reference: row.reference,
      relation: row.relation,
    }));
  return {
    ...(predecessors.length > 0 && { comesAfter: told(predecessors) }),
    ...(successors.length > 0 && { followedBy: told(successors) }),
  };
}
