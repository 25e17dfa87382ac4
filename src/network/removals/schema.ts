import * as v from 'valibot';
import { id, version } from '#platform/locale/schema.ts';

/** A record that is to go, as it was seen. */
export const removalInput = v.object({ id, version });

export type RemovalInput = v.InferInput<typeof removalInput>;
