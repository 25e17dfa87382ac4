import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { viewQuery } from '../model.ts';
import type { Asked } from '../queries.server.ts';

/** The files beside a register: exactly what is shown, all of its pages. */
export function registerFiles({ register, view }: Pick<Asked, 'register' | 'view'>, locale: Locale) {
  const query = viewQuery(view);
  const labels = {
    xlsx: m.network_list_file_xlsx(),
    csv: m.network_list_file_csv(),
    json: m.follow_up_file_json(),
    pdf: m.follow_up_file_pdf(),
  };
  return Object.entries(labels).map(([type, label]) => ({
    href: localized(`/${register}/list.${type}`, locale) + (query && `?${query}`),
    label,
  }));
}
