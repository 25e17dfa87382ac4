import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** The pages about people and their roles, for whoever may see them; each layout's own page is marked. */
export function rightsPages({
  locale,
  address,
  decides,
}: {
  locale: Locale;
  address: string;
  decides: boolean;
}) {
  const page = (path: string, label: string) => ({
    href: localized(path, locale),
    label,
    current: address === path || address.startsWith(`${path}/`),
  });
  return [
    page('/accounts', m.network_accounts()),
    page('/invitations', m.network_invitations()),
    ...(decides ? [page('/memberships', m.network_memberships())] : []),
  ];
}
