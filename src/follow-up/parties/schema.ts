import * as v from 'valibot';
import { id, smallCount, trilingual, version } from '#platform/locale/schema.ts';

const entries = {
  organisationId: id,
  /** What it contributes. */
  contribution: v.optional(trilingual(1_000)),
  /** Its place among the others; left out, it comes last. */
  position: v.optional(smallCount),
};

export const partyInput = v.object({ ...entries, commitmentId: id });

/** The whole input again but its commitment, which stays; with the record and the version it was filled from. */
export const partyUpdate = v.object({ ...entries, id, version });

export type PartyInput = v.InferInput<typeof partyInput>;
export type PartyUpdate = v.InferInput<typeof partyUpdate>;
