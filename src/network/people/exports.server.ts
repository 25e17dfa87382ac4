import { identifier, recordJson, texts } from '../exports.server.ts';
import { citation } from '../sources/exports.server.ts';
import type { SourceRow } from '../sources/model.ts';
import type { PersonRow } from './model.ts';

/** A person's record: the name and where it was read; the roles stand in the records of the meetings. */
export function personRecord(person: PersonRow, sources: readonly SourceRow[], publicUrl: string): string {
  return recordJson({
    id: identifier(publicUrl, 'people', person),
    type: 'person',
    name: texts(person, 'name'),
    sources: sources.map(citation),
    updatedAt: person.updated_at,
  });
}
