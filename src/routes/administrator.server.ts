import type { RequestEvent } from '@sveltejs/kit';
import type { AccountRow } from '#network/accounts/model.ts';
import { isAdministrator } from '#platform/actor/actor.ts';
import { requireAccount, requireRight } from './account.server.ts';

/** The account that is signed in, where it administers the network; for anyone else there is nothing here. */
export function requireAdministrator(event: Pick<RequestEvent, 'locals' | 'url'>): AccountRow {
  const account = requireAccount(event);
  requireRight(isAdministrator(event.locals.actor));
  return account;
}
