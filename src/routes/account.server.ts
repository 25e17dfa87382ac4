import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { AccountRow } from '#network/accounts/model.ts';
import { localized } from '#platform/locale/address.ts';

/** The account that is signed in; anyone else is led to the sign-in page, and back afterwards. */
export function requireAccount({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): AccountRow {
  if (locals.account) return locals.account;
  redirect(
    303,
    `${localized('/sign-in', locals.locale)}?after=${encodeURIComponent(url.pathname + url.search)}`,
  );
}

/** Answers that there is nothing here for this account: a page that exists for others is not told apart. */
export function requireRight(allowed: boolean): void {
  if (!allowed) error(404, 'not-found');
}

/**
 * Where a reader goes after signing in: an address of this site, and nothing else whatever the link said.
 * @param after as it stood in the link
 */
export function safeReturn(after: string | null, fallback: string): string {
  if (!after || !/^\/(fr|ar|en)(\/[^/\\]|$)/.test(after) || /[\\\p{Cc}]/u.test(after)) return fallback;
  return after;
}
