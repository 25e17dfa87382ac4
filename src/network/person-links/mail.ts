import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import type { NoticeLine } from '../notices/model.ts';

/** Says to who manages accounts that somebody says which public person they are. */
export function proposedNotice(
  locale: Locale,
  told: { name: string; person: string; id: string },
): NoticeLine {
  const { name, person, id } = told;
  return { text: m.network_notice_person_proposed({ name, person }, { locale }), address: `/accounts/${id}` };
}

/** Says to somebody that their account is linked to a public person. */
export function linkedNotice(locale: Locale, person: string): NoticeLine {
  return { text: m.network_notice_person_linked({ person }, { locale }), address: '/profile' };
}
