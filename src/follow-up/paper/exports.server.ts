/** Recommendations as blocks of a paper. */
import type { Block } from '#formats/paper/model.ts';
import { field, prose, words } from '#network/paper/exports.server.ts';
import { readOptional } from '#platform/locale/reader.ts';
import type { RecommendationRow } from '../recommendations/model.ts';

/** Recommendations in their order, each under the reference by which it is cited. */
export function recommendationBlocks(recommendations: readonly RecommendationRow[]): Block[] {
  return recommendations.flatMap((row): Block[] => [
    { kind: 'paragraph', tone: 'eyebrow', text: words(row.reference) },
    { kind: 'heading', level: 2, text: field(row, 'title') },
    ...prose(readOptional(row, 'text')),
  ]);
}
