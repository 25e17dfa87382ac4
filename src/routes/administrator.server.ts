import type { RequestEvent } from '@sveltejs/kit';
import type { AccountRow } from '#network/accounts/model.ts';
import { isAdministrator } from '#platform/actor/actor.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { isDemonstration } from '#platform/services/settings.server.ts';
import { requireAccount, requireRight } from './account.server.ts';

/** The account that is signed in, where it administers the network; for anyone else there is nothing here. */
export function requireAdministrator(event: Pick<RequestEvent, 'locals' | 'url'>): AccountRow {
  const account = requireAccount(event);
  requireRight(isAdministrator(event.locals.actor));
  return account;
}

/**
 * Why nobody sets which servers this node speaks to; null where an administrator may. Anyone enters a demonstration
 * in any role: it must write to nobody and call nowhere.
 */
export async function whyLocked({ db }: App.Locals): Promise<Refusal | null> {
  return (await isDemonstration(db.reader)) ? refused('network_administration_demonstration') : null;
}
