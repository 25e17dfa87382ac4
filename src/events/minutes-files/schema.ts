import * as v from 'valibot';
import { id, problems } from '#platform/locale/schema.ts';
import { operationInput } from '../minutes-sync/schema.ts';

/** The most operations of one file: months of writing. */
const MOST = 20_000;

/** Notes that a device could not send, as it hands them out; see `fileOf` of the writing page. */
export const notesFile = v.object({
  format: v.literal('indimaj-minutes-notes'),
  minutes: id,
  device: id,
  operations: v.pipe(v.array(operationInput), v.maxLength(MOST, problems.tooLong)),
});
export type NotesFile = v.InferOutput<typeof notesFile>;
