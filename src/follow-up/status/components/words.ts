import { m } from '#messages';
import type { RecommendationStatus } from '../../recommendations/model.ts';

const words: Record<RecommendationStatus, () => string> = {
  superseded: m.follow_up_status_superseded,
  unaddressed: m.follow_up_status_unaddressed,
  unanswered: m.follow_up_status_unanswered,
  rejected: m.follow_up_status_rejected,
  accepted: m.follow_up_status_accepted,
  committed: m.follow_up_status_committed,
  'in-progress': m.follow_up_status_in_progress,
  late: m.follow_up_status_late,
  completed: m.follow_up_status_completed,
  discontinued: m.follow_up_status_discontinued,
};

/** What has become of a recommendation, in words. */
export const statusWord = (status: RecommendationStatus): string => words[status]();
