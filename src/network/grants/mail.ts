import { m } from '#messages';
import type { Role } from '#platform/actor/actor.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { NoticeLine } from '../notices/model.ts';

interface Told {
  role: Role;
  /** The name of what it is, or was, held on; empty for the network. */
  place: string;
}

/** Says that a role was given to the reader. */
export function givenNotice(locale: Locale, told: Told): NoticeLine {
  const role = wordsOf(locale, told);
  return { text: m.network_notice_role_given({ role }, { locale }), address: '/my-work' };
}

/** Says that a role was taken from the reader. */
export function takenNotice(locale: Locale, told: Told): NoticeLine {
  const role = wordsOf(locale, told);
  return { text: m.network_notice_role_taken({ role }, { locale }), address: '/profile' };
}

function wordsOf(locale: Locale, { role, place }: Told): string {
  const say = { locale };
  const word = m.network_role({ role }, say);
  return m.network_role_on({ role: word, place: place || m.network_place_network({}, say) }, say);
}
