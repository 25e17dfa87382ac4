import * as v from 'valibot';
import { choice, id } from '#platform/locale/schema.ts';
import { mergeableKinds } from '../merges/model.ts';

export const distinctionInput = v.pipe(
  v.object({ kind: choice(mergeableKinds), firstId: id, secondId: id }),
  v.check(({ firstId, secondId }) => firstId !== secondId, 'network_merge_refused_itself'),
);

export type DistinctionInput = v.InferInput<typeof distinctionInput>;
