import { m } from '#messages';
import type { TerritoryRow } from '#network/territories/model.ts';
import { read } from '#platform/locale/reader.ts';
import type { Passage } from '#platform/locale/text.ts';
import { levelOfWord, sexWord } from '../../participation/components/words.ts';
import { actorWord } from '../../components/words.ts';
import { participationLevels, type ParticipationLevel } from '../../participation/model.ts';
import { actorTypes, type ActorType } from '../../workshops/model.ts';
import { dimensions, listed, type Dimension, type Part, type Published } from '../model.ts';

const orders: Partial<Record<Dimension, readonly string[]>> = {
  sex: ['women', 'men'],
  actorType: actorTypes,
  level: participationLevels,
};

const titles: Record<Dimension, () => string> = {
  sex: m.events_participation_by_sex,
  actorType: m.events_participation_by_actor_type,
  level: m.events_participation_by_level,
  territory: m.events_participation_by_territory,
};

/** Over the table of one way of dividing those who took part. */
export const divisionWord = (dimension: Dimension): string => titles[dimension]();

/** What a group is called; a territory by its own name. */
export function groupWord(
  dimension: Dimension,
  key: string,
  territories: ReadonlyMap<string, TerritoryRow>,
): string | Passage {
  if (dimension === 'sex') return sexWord(key as 'women' | 'men');
  if (dimension === 'actorType') return actorWord(key as ActorType);
  if (dimension === 'level') return levelOfWord(key as ParticipationLevel);
  const territory = territories.get(key);
  return territory ? read(territory, 'name') : m.events_participation_rest();
}

/** The divisions that are told, in order, with their parts as they are listed. */
export function divisionsOf({
  divisions,
}: Published): { dimension: Dimension; parts: Part[]; rest: number }[] {
  return dimensions.flatMap((dimension) => {
    const division = divisions[dimension];
    if (division === null) return [];
    return [{ dimension, parts: listed(division.parts, orders[dimension]), rest: division.rest }];
  });
}
