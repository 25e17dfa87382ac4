import { error } from '@sveltejs/kit';
import { readFirstWeek } from '#follow-up/first-weeks/queries.server.ts';
import { weekDays } from '#follow-up/first-weeks/model.ts';
import type { HandedScope } from '#follow-up/handovers/model.ts';
import { ownHanded } from '#follow-up/handovers/policy.ts';
import { columns, passage } from '#platform/locale/text.ts';
import { requireAccount } from '../../account.server.ts';
import { nameOfPlace, namesOfPlaces, placeValue } from '../../places.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  const { actor, db, locale } = locals;
  const held = ownHanded(actor);
  const places = [...new Map(held.map((grant) => [placeValue(grant), grant])).values()];
  // Only whoever holds a role somewhere has a first week there.
  const asked = url.searchParams.get('of');
  const place = asked === null ? places[0] : places.find((one) => placeValue(one) === asked);
  if (!place) error(404, 'not-found');
  const of = { scope: place.scope as HandedScope, on_id: place.on };
  const [week, names] = await Promise.all([
    readFirstWeek(db.reader, actor, of, locals.clock()),
    namesOfPlaces(locals, places, locale),
  ]);
  return {
    place: nameOfPlace(names, place),
    others: places
      .filter((one) => one !== place)
      .map((one) => ({ of: placeValue(one), name: nameOfPlace(names, one) })),
    days: weekDays.map((day) => ({
      day,
      steps: week[day].map(({ about, ...step }) => ({
        ...step,
        about: about && passage(columns('text', about), 'text', locale),
      })),
    })),
  };
};
