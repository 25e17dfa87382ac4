import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** The files beside a list of records: the whole list in the page's language, to be edited and given back. */
export function listFiles(noun: 'organisations' | 'people', locale: Locale) {
  return [
    { href: localized(`/${noun}/list.xlsx`, locale), label: m.network_list_file_xlsx() },
    { href: localized(`/${noun}/list.csv`, locale), label: m.network_list_file_csv() },
  ];
}
