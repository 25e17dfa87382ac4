import * as v from 'valibot';
import { choice, id } from '#platform/locale/schema.ts';
import { takenOverTexts } from './model.ts';

export const confirmationInput = v.object({ contributionId: id });

export type ConfirmationInput = v.InferInput<typeof confirmationInput>;

/** A text of the workshop itself, or an item of its programme. */
export const rereadingInput = v.object({
  workshopId: id,
  what: v.union([choice(takenOverTexts), id]),
});

export type RereadingInput = v.InferInput<typeof rereadingInput>;
