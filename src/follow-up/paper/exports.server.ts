/** Recommendations as blocks of a paper. */
import type { Block } from '#formats/paper/model.ts';
import { prose, words } from '#network/paper/exports.server.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type { RecommendationRow } from '../recommendations/model.ts';

/** The longest title that stands as a heading, in UTF-16 code units. */
const HEADING_MOST = 90;

/**
 * Recommendations in their order, each under the reference by which it is cited. Where titles are whole sentences with
 * nothing more to say, the references are the headings.
 */
export function recommendationBlocks(recommendations: readonly RecommendationRow[]): Block[] {
  const told = recommendations.map((row) => ({
    reference: words(row.reference),
    title: read(row, 'title'),
    text: readOptional(row, 'text'),
  }));
  const areSentences =
    told.every(({ text }) => !text) && told.some(({ title }) => title.text.length > HEADING_MOST);
  return told.flatMap(({ reference, title, text }): Block[] =>
    areSentences
      ? [{ kind: 'heading', level: 3, text: reference }, ...prose(title)]
      : [
          { kind: 'paragraph', tone: 'eyebrow', text: reference },
          { kind: 'heading', level: 2, text: words(title) },
          ...prose(text),
        ],
  );
}
