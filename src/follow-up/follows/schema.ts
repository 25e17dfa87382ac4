import * as v from 'valibot';
import { choice, id } from '#platform/locale/schema.ts';
import { followable } from './model.ts';

export const followInput = v.object({ kind: choice(followable), id });

export type FollowInput = v.InferInput<typeof followInput>;
