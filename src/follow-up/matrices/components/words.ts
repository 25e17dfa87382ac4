import type { RecommendationStatus } from '../../recommendations/model.ts';

/** A sign beside each word, so that a row is taken in at a glance; the word is always there. */
export const statusSign: Record<RecommendationStatus, string> = {
  superseded: '↻',
  unaddressed: '–',
  unanswered: '?',
  rejected: '×',
  accepted: '+',
  committed: '○',
  'in-progress': '◐',
  late: '!',
  completed: '●',
  discontinued: '□',
};
