import * as v from 'valibot';
import { id } from '#platform/locale/schema.ts';
import { personEntries } from '../accounts/schema.ts';
import { grantEntries, isFitting } from '../grants/schema.ts';

export const invitationInput = v.pipe(
  v.object({ ...personEntries, ...grantEntries }),
  v.forward(
    v.partialCheck(
      [['role'], ['scope'], ['on']],
      (input) => isFitting(input),
      'network_problem_role_does_not_fit',
    ),
    ['on'],
  ),
);

export type InvitationInput = v.InferInput<typeof invitationInput>;

export const invitationRef = v.object({ id });

export type InvitationRef = v.InferInput<typeof invitationRef>;
