import type { CommitmentStatus } from '../commitments/model.ts';
import type { RecommendationStatus } from '../recommendations/model.ts';
import type { ResponsePosition } from '../responses/model.ts';
import { statusOf } from '../status/model.ts';

/** What is known of a recommendation in one region. */
export interface RegionalStanding {
  /** Whether it concerns the region, a territory within it or one around it. */
  isConcerned: boolean;
  isSucceeded: boolean;
  /** How far its public commitments have come that concern the region or that those who govern there answer for. */
  commitments: readonly CommitmentStatus[];
  /** What addressees of the region have answered. */
  answers: readonly ResponsePosition[];
  /** How many addressees of the region have not. */
  silent: number;
}

/** How a recommendation stands in a region, by the rule that holds for the whole; null where it has nothing to do with it. */
export function standingIn({ isConcerned, ...standing }: RegionalStanding): RecommendationStatus | null {
  const { commitments, answers, silent } = standing;
  if (!isConcerned && commitments.length + answers.length + silent === 0) return null;
  return statusOf(standing).status;
}
