import * as v from 'valibot';
import { id } from '#platform/locale/schema.ts';
import { recommendationInput } from '../recommendations/schema.ts';

/** A recommendation, and the conclusion that it is made of. */
export const drawnInput = v.object({ ...recommendationInput.entries, conclusionId: id });

export type DrawnInput = v.InferInput<typeof drawnInput>;
