import type { CommitmentStatus } from '../commitments/model.ts';
import type { RecommendationStatus } from '../recommendations/model.ts';
import type { ResponsePosition } from '../responses/model.ts';

/** What the status of a recommendation follows from, as everybody may know it. */
export interface Standing {
  /** Whether a public recommendation takes its place, alone or with others. */
  isSucceeded: boolean;
  /** How far its public commitments have come. */
  commitments: readonly CommitmentStatus[];
  /** What its addressees have answered. */
  answers: readonly ResponsePosition[];
  /** How many addressees have not answered. */
  silent: number;
}

export interface StatusCase {
  status: RecommendationStatus;
  holds(standing: Standing): boolean;
}

const some = (standing: Standing, ...statuses: readonly CommitmentStatus[]) =>
  standing.commitments.some((status) => statuses.includes(status));
const isOver = (status: CommitmentStatus) => status === 'completed' || status === 'discontinued';

/**
 * The rule by which a recommendation has its status: the first case that holds. The capability's README tells it in
 * words, and is the test of it.
 */
export const statusCases: readonly StatusCase[] = [
  { status: 'superseded', holds: ({ isSucceeded }) => isSucceeded },
  {
    status: 'completed',
    holds: (standing) => standing.commitments.every(isOver) && some(standing, 'completed'),
  },
  { status: 'late', holds: (standing) => some(standing, 'late') },
  {
    status: 'in-progress',
    holds: (standing) => some(standing, 'in-progress', 'in-preparation', 'completed'),
  },
  { status: 'committed', holds: (standing) => some(standing, 'not-started') },
  { status: 'discontinued', holds: ({ commitments }) => commitments.length > 0 },
  {
    status: 'rejected',
    holds: ({ answers, silent }) =>
      answers.length > 0 && silent === 0 && answers.every((position) => position === 'rejected'),
  },
  { status: 'accepted', holds: ({ answers }) => answers.some((position) => position !== 'rejected') },
  { status: 'unanswered', holds: ({ answers, silent }) => answers.length + silent > 0 },
  { status: 'unaddressed', holds: () => true },
];

/** The status of a recommendation, with the number of the case that held, counted from 1. */
export function statusOf(standing: Standing): { status: RecommendationStatus; number: number } {
  const index = statusCases.findIndex(({ holds }) => holds(standing));
  return { status: statusCases[index]!.status, number: index + 1 };
}
