import * as v from 'valibot';
import { id, trilingual, version, wholeDate } from '#platform/locale/schema.ts';

const entries = {
  title: trilingual(300),
  dueOn: wholeDate,
  /** The day on which it was reached. */
  reachedOn: v.optional(wholeDate),
};

export const milestoneInput = v.object({ ...entries, commitmentId: id });

/** The whole input again but its commitment, which stays; with the record and the version it was filled from. */
export const milestoneUpdate = v.object({ ...entries, id, version });

export type MilestoneInput = v.InferInput<typeof milestoneInput>;
export type MilestoneUpdate = v.InferInput<typeof milestoneUpdate>;
