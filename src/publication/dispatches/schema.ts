import * as v from 'valibot';
import { id, version } from '#platform/locale/schema.ts';

/** Which note is sent, and the version of it that was previewed. */
export const dispatchInput = v.object({ pressNoteId: id, version });

export type DispatchInput = v.InferInput<typeof dispatchInput>;
