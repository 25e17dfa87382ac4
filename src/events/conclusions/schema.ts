import * as v from 'valibot';
import { choice, smallCount, id, trilingual, version } from '#platform/locale/schema.ts';
import { conclusionKinds } from './model.ts';

const entries = {
  itemId: v.optional(id),
  /** Its place among those of the workshop; left out, it comes last. */
  position: v.optional(smallCount),
  kind: choice(conclusionKinds),
  text: trilingual(2_000),
};

export const conclusionInput = v.object({ ...entries, workshopId: id });

/** The whole input again but its workshop, which stays; with the record and the version it was filled from. */
export const conclusionUpdate = v.object({ ...entries, id, version });

export type ConclusionInput = v.InferInput<typeof conclusionInput>;
export type ConclusionUpdate = v.InferInput<typeof conclusionUpdate>;
