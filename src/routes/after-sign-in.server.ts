import { readAccount } from '#network/accounts/queries.server.ts';
import { localized, splitLocale } from '#platform/locale/address.ts';
import { safeReturn } from './account.server.ts';

/**
 * Where an account goes once it has signed in: back where it came from, in the language it has chosen.
 * @param after as it stood in the link, see {@link safeReturn}
 */
export async function placeAfterSignIn(
  locals: App.Locals,
  accountId: string,
  after: string | null,
): Promise<string> {
  const account = await readAccount(locals.db.reader, accountId);
  const asked = safeReturn(after, localized('/my-work', locals.locale));
  const url = new URL(asked, locals.publicUrl);
  const { address } = splitLocale(url.pathname);
  return localized(address, account?.locale ?? locals.locale) + url.search;
}
