import type { RequestEvent } from '@sveltejs/kit';
import { isFresh, signInStore } from '#platform/services/sign-in.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';

/** Whether the password in use is asked for: there is one, and the session is not of just now. */
export async function asksPassword({ account, session }: App.Locals): Promise<boolean> {
  if (!account || !session || isFresh(session)) return false;
  return signInStore(account.id).hasPassword();
}

/**
 * Whether whoever sends a form has shown who they are: by a session of just now, or by the password in use.
 * @param password as given in the field `current`
 * @returns why not; null where they have
 */
export async function unproven(
  { locals, request }: Pick<RequestEvent, 'locals' | 'request'>,
  password: string,
): Promise<Refusal | null> {
  const { account, session } = locals;
  if (!account || !session) return refused('platform_refused_not_allowed');
  if (isFresh(session)) return null;
  const store = signInStore(account.id);
  if (!(await store.hasPassword())) return refused('network_profile_sign_in_again');
  const right = await store.isPassword(password, request.headers);
  if (right === null) return refused('network_account_too_often');
  return right ? null : refused('network_profile_password_wrong', 'current');
}
