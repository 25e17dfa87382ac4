import { localized } from '#platform/locale/address.ts';
import { nameOf, placesOf, type EditableKind, type EditableRow } from './editable.server.ts';

/** The way to a record: the list it stands in, and its own page. */
export function crumbsOf(kind: EditableKind, row: EditableRow, locale: App.Locals['locale']) {
  const { list, page } = placesOf(kind, row);
  return [
    { href: localized(list, locale), label: kind.words.list() },
    { href: localized(page, locale), label: nameOf(kind, row, locale) ?? row.slug },
  ];
}
