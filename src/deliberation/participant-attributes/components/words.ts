import { actorWord } from '#events/components/words.ts';
import type { ActorType } from '#events/workshops/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatNumber } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { AttributeCounts } from '../model.ts';

/** An actor type of the program as a language calls it. */
export const typeWord = (type: ActorType, locale: Locale): string => actorWord(type, locale);

/** Of how many participants what is told, where anything is. */
export function attributeWords({ participants, actorType, territory, weight }: AttributeCounts): string[] {
  const of = (count: number) => ({
    number: formatNumber(count, getLocale()),
    total: formatNumber(participants, getLocale()),
  });
  return [
    ...(actorType > 0 ? [m.deliberation_votes_attributes_actor_type(of(actorType))] : []),
    ...(territory > 0 ? [m.deliberation_votes_attributes_territory(of(territory))] : []),
    ...(weight > 0 ? [m.deliberation_votes_attributes_weight(of(weight))] : []),
  ];
}
