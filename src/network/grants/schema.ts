import * as v from 'valibot';
import { NETWORK, roles, scopes } from '#platform/actor/actor.ts';
import { choice, id } from '#platform/locale/schema.ts';
import { isId } from '#platform/records/uuid.ts';
import { scopesOf, type HeldRole } from './model.ts';

/** A role and what it is held on, which must fit one another. */
export const grantEntries = {
  role: choice(roles),
  scope: choice(scopes),
  on: v.string('platform_problem_required'),
};

export function isFitting({ role, scope, on }: HeldRole): boolean {
  return scopesOf[role].includes(scope) && (scope === NETWORK ? on === NETWORK : isId(on));
}

export const grantInput = v.pipe(
  v.object({ accountId: id, ...grantEntries }),
  v.forward(
    v.check((input) => isFitting(input), 'network_problem_role_does_not_fit'),
    ['on'],
  ),
);

export type GrantInput = v.InferInput<typeof grantInput>;

/** The role to take, by its own id. */
export const grantRef = v.object({ id });

export type GrantRef = v.InferInput<typeof grantRef>;
