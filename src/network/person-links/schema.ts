import * as v from 'valibot';
import { id, version } from '#platform/locale/schema.ts';

/** Which public person an account is; none where nothing is said. */
export const personLink = v.object({ id, version, personId: v.optional(id) });

export type PersonLink = v.InferInput<typeof personLink>;
