import * as v from 'valibot';
import { choice, id, version } from '#platform/locale/schema.ts';
import { mergeableKinds } from './model.ts';

/** Two records, each in the version that was looked at, and what the one that stays is to say. */
export const mergeInput = v.pipe(
  v.object({
    kind: choice(mergeableKinds),
    keptId: id,
    goneId: id,
    keptVersion: version,
    goneVersion: version,
    /** The input of the kept record's own change; its address stays. */
    values: v.record(v.string(), v.unknown()),
  }),
  v.check(({ keptId, goneId }) => keptId !== goneId, 'network_merge_refused_itself'),
);

export type MergeInput = v.InferInput<typeof mergeInput>;

export const undoInput = v.object({ id });
