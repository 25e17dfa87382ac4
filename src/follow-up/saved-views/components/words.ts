import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { viewQuery, type Register, type View } from '../../register/model.ts';
import type { SavedViewRow } from '../model.ts';

/** Where a view is read, as an address without its language. */
export function savedAddress({ register, query }: Pick<SavedViewRow, 'register' | 'query'>): string {
  return [`/${register}`, query].filter(Boolean).join('?');
}

/** Where the view at hand is kept, unless it is, and where kept views are tended. */
export function savingLinks(
  { register, view }: { register: Register; view: View },
  views: readonly SavedViewRow[],
  locale: Locale,
): { href: string; label: string }[] {
  const query = viewQuery(view);
  const saving = new URLSearchParams({ register, ...(query && { view: query }) });
  return [
    ...(views.some((saved) => saved.query === query)
      ? []
      : [
          {
            href: `${localized('/saved-views/new', locale)}?${saving}`,
            label: m.follow_up_saved_view_save(),
          },
        ]),
    ...(views.length > 0
      ? [{ href: localized('/saved-views', locale), label: m.follow_up_saved_views_keep() }]
      : []),
  ];
}
