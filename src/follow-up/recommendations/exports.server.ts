import { identifier, recordJson, reference, texts } from '#network/exports.server.ts';
import { citation } from '#network/sources/exports.server.ts';
import type { RecommendationDossier } from './queries.server.ts';

/** A recommendation's record in its three languages, with where it comes from and what it serves. */
export function recommendationRecord(dossier: RecommendationDossier, publicUrl: string): string {
  const { recommendation, initiatives, workshops, territories, concepts, sources, sessions } = dossier;
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
    updatedAt: recommendation.updated_at,
  });
}
