import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';

/**
 * The files beside a list of records: the whole list in the page's language, to be edited and given back.
 * @param mayImport whether the reader may give it back here
 */
export function listFiles(noun: 'organisations' | 'people', locale: Locale, mayImport: boolean) {
  const files = [
    { href: localized(`/${noun}/list.xlsx`, locale), label: m.network_list_file_xlsx() },
    { href: localized(`/${noun}/list.csv`, locale), label: m.network_list_file_csv() },
  ];
  const label =
    noun === 'organisations' ? m.network_list_import_organisations() : m.network_list_import_people();
  return mayImport ? [...files, { href: localized(`/${noun}/import`, locale), label }] : files;
}
