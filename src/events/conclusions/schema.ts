import * as v from 'valibot';
import { choice, count, id, trilingual } from '#platform/locale/schema.ts';
import { conclusionKinds } from './model.ts';

export const conclusionInput = v.object({
  workshopId: id,
  itemId: v.optional(id),
  position: count,
  kind: choice(conclusionKinds),
  text: trilingual(2_000),
});

export type ConclusionInput = v.InferInput<typeof conclusionInput>;
