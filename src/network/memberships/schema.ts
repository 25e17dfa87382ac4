import * as v from 'valibot';
import { NETWORK } from '#platform/actor/actor.ts';
import { id, problems, text } from '#platform/locale/schema.ts';
import { personEntries } from '../accounts/schema.ts';

export const membershipInput = v.object({
  ...personEntries,
  organisationId: v.optional(id),
  message: v.pipe(text(2_000), v.minLength(1, problems.required)),
});

export type MembershipInput = v.InferInput<typeof membershipInput>;

/**
 * Where whoever is accepted becomes a member: the network, or an organisation by its id; of the request's own where
 * nothing is said.
 */
export const membershipAcceptance = v.object({
  id,
  on: v.optional(v.union([v.literal(NETWORK), id], problems.notAChoice)),
});

export type MembershipAcceptance = v.InferInput<typeof membershipAcceptance>;

/** A request is declined with a reason, which its author is told. */
export const membershipRefusal = v.object({
  id,
  reason: v.pipe(text(1_000), v.minLength(1, problems.required)),
});

export type MembershipRefusal = v.InferInput<typeof membershipRefusal>;
