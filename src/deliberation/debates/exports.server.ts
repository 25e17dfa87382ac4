import type { WorkshopRow } from '#events/workshops/model.ts';
import { identifier, recordJson, texts } from '#network/exports.server.ts';
import { countsOf, reportIn, type DebateRow, type DebateVotesRow } from './model.ts';

/** A debate with what is published of it. */
export interface DebateDossier {
  debate: DebateRow;
  workshop: WorkshopRow | null;
  /** Those that are kept. */
  votes: DebateVotesRow | null;
}

/** A debate's record in its three languages, with what its report says; votes of single people are in none of it. */
export function debateRecord({ debate, workshop, votes }: DebateDossier, publicUrl: string): string {
  return recordJson({
    id: identifier(publicUrl, 'debates', debate),
    type: 'debate',
    title: texts(debate, 'title'),
    summary: texts(debate, 'summary'),
    startsOn: debate.starts_on,
    endsOn: debate.ends_on,
    workshop: workshop && {
      id: identifier(publicUrl, 'workshops', workshop),
      title: texts(workshop, 'title'),
    },
    language: debate.language,
    url: debate.url,
    licence: debate.licence,
    counts: countsOf(debate),
    strictModeration: votes && votes.strict === 1,
    report: votes && reportIn(votes, debate),
    updatedAt: debate.updated_at,
  });
}
