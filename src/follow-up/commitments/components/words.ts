import { m } from '#messages';
import type { StarState } from '#ui/star.ts';
import type { CommitmentKind, CommitmentStatus } from '../model.ts';

const kinds: Record<CommitmentKind, () => string> = {
  financial: m.follow_up_kind_financial,
  'human-resources': m.follow_up_kind_human,
  process: m.follow_up_kind_process,
  policy: m.follow_up_kind_policy,
  service: m.follow_up_kind_service,
};

/** What an institution gives, in a word. */
export const commitmentKindWord = (kind: CommitmentKind): string => kinds[kind]();

const statuses: Record<CommitmentStatus, () => string> = {
  'not-started': m.follow_up_commitment_not_started,
  'in-preparation': m.follow_up_commitment_in_preparation,
  'in-progress': m.follow_up_commitment_in_progress,
  late: m.follow_up_commitment_late,
  completed: m.follow_up_commitment_completed,
  discontinued: m.follow_up_commitment_discontinued,
};

/** How far a commitment has come, in a word. */
export const commitmentStatusWord = (status: CommitmentStatus): string => statuses[status]();

/** How far a star is filled for it; null where no measure fits: what is late or discontinued is said by a tag. */
export const commitmentStar: Record<CommitmentStatus, StarState | null> = {
  'not-started': 'empty',
  'in-preparation': 'begun',
  'in-progress': 'half',
  late: null,
  completed: 'full',
  discontinued: null,
};
