import * as v from 'valibot';
import { id } from '#platform/locale/schema.ts';

/** Which invitation is accepted: by its link's token, or by its id by the account it is for. */
export const acceptanceInput = v.union(
  [
    v.object({ token: v.pipe(v.string(), v.maxLength(200)), id: v.optional(v.undefined()) }),
    v.object({ id, token: v.optional(v.undefined()) }),
  ],
  'network_invitation_worn',
);

export type AcceptanceInput = v.InferInput<typeof acceptanceInput>;
