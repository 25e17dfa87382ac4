import * as v from 'valibot';
import { id } from '#platform/locale/schema.ts';

export const minutesInput = v.object({ itemId: id });
export type MinutesInput = v.InferInput<typeof minutesInput>;
