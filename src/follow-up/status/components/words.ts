import { m } from '#messages';
import type { StarState } from '#ui/star.ts';
import type { RecommendationStatus } from '../../recommendations/model.ts';

const words: Record<RecommendationStatus, () => string> = {
  superseded: m.follow_up_standing_superseded,
  unaddressed: m.follow_up_standing_unaddressed,
  unanswered: m.follow_up_standing_unanswered,
  rejected: m.follow_up_standing_rejected,
  accepted: m.follow_up_standing_accepted,
  committed: m.follow_up_standing_committed,
  'in-progress': m.follow_up_standing_in_progress,
  late: m.follow_up_standing_late,
  completed: m.follow_up_standing_completed,
  discontinued: m.follow_up_standing_discontinued,
};

/** What has become of a recommendation, in words. */
export const statusWord = (status: RecommendationStatus): string => words[status]();

/** How far a star is filled for it; what no measure fits has none. */
export const statusStar: Partial<Record<RecommendationStatus, StarState>> = {
  unaddressed: 'empty',
  unanswered: 'empty',
  accepted: 'begun',
  committed: 'begun',
  'in-progress': 'half',
  completed: 'full',
};

const reasons: Record<RecommendationStatus, () => string> = {
  superseded: m.follow_up_why_superseded,
  completed: m.follow_up_why_completed,
  late: m.follow_up_why_late,
  'in-progress': m.follow_up_why_in_progress,
  committed: m.follow_up_why_committed,
  discontinued: m.follow_up_why_discontinued,
  rejected: m.follow_up_why_rejected,
  accepted: m.follow_up_why_accepted,
  unanswered: m.follow_up_why_unanswered,
  unaddressed: m.follow_up_why_unaddressed,
};

/** The case of the rule by which a recommendation has its status, as a sentence. */
export const whyWord = (status: RecommendationStatus): string => reasons[status]();
