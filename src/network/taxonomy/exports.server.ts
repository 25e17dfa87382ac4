import { identifier, recordJson, texts } from '../exports.server.ts';
import { citation } from '../sources/exports.server.ts';
import type { SourceRow } from '../sources/model.ts';
import type { ConceptRow } from './model.ts';

/**
 * A concept's record in its three languages.
 * @param noun under which its scheme is published: axes or goals.
 */
export function conceptRecord(
  concept: ConceptRow,
  noun: string,
  sources: readonly SourceRow[],
  publicUrl: string,
): string {
  return recordJson({
    id: identifier(publicUrl, noun, concept),
    type: 'concept',
    scheme: concept.scheme,
    code: concept.code,
    name: texts(concept, 'name'),
    definition: texts(concept, 'definition'),
    sources: sources.map(citation),
    updatedAt: concept.updated_at,
  });
}
