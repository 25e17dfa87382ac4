import { CAPITAL_ZONE } from '#platform/clock/zone.ts';
import * as v from 'valibot';
import {
  choice,
  id,
  partialDate,
  problems,
  slug,
  smallCount,
  text,
  trilingual,
  version,
} from '#platform/locale/schema.ts';
import { actorTypes, hasKnownDays, lengthInDays, workshopForms, workshopStatuses } from './model.ts';

export const seriesInput = v.object({ slug, name: trilingual(300), summary: v.optional(trilingual(2_000)) });

/** The whole input again, with the record and the version it was filled from. */
export const seriesUpdate = v.object({ ...seriesInput.entries, id, version });

export type SeriesInput = v.InferInput<typeof seriesInput>;
export type SeriesUpdate = v.InferInput<typeof seriesUpdate>;

const timeZone = v.pipe(
  text(60),
  v.check(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'events_problem_time_zone',
  ),
);

/** Schedules and time zones are walked day by day: a workshop lies in these years and lasts no longer. */
const firstYear = '1900';
const lastYear = '2200';
const mostDays = 366;

/** A workshop's first or last day, as exact as it is known. */
export const workshopDate = v.pipe(
  partialDate,
  v.check((value) => firstYear <= value.slice(0, 4) && value.slice(0, 4) <= lastYear, 'events_problem_year'),
);

/** How many came, as far as a source counts them: parts never exceed the whole. */
export const attendance = v.optional(
  v.pipe(
    v.object({
      total: v.optional(smallCount),
      minimum: v.optional(v.boolean(), false),
      women: v.optional(smallCount),
      men: v.optional(smallCount),
    }),
    v.forward(
      v.check(
        ({ total, minimum, women = 0, men = 0 }) => total === undefined || minimum || women + men <= total,
        'events_problem_attendance',
      ),
      ['total'],
    ),
  ),
);

export const audiences = v.optional(v.array(choice(actorTypes)), []);

const entries = {
  slug,
  seriesId: v.optional(id),
  form: choice(workshopForms),
  title: trilingual(400),
  summary: v.optional(trilingual(4_000)),
  aims: v.optional(trilingual(4_000)),
  outcome: v.optional(trilingual(4_000)),
  startsOn: workshopDate,
  endsOn: workshopDate,
  timeZone: v.optional(timeZone, CAPITAL_ZONE),
  venue: v.optional(trilingual(200)),
  city: v.optional(trilingual(120)),
  territoryId: v.optional(id),
  attendance,
  audiences,
};

interface Days {
  startsOn: string;
  endsOn: string;
}

export const isInOrder = ({ startsOn, endsOn }: Days): boolean => startsOn <= endsOn;

export function isShort({ startsOn, endsOn }: Days): boolean {
  const days = { starts_on: startsOn, ends_on: endsOn };
  return !hasKnownDays(days) || lengthInDays(days) <= mostDays;
}

export const workshopInput = v.pipe(
  v.object({ ...entries, status: choice(workshopStatuses) }),
  v.forward(
    v.check((input) => isInOrder(input), problems.endBeforeStart),
    ['endsOn'],
  ),
  v.forward(
    v.check((input) => isShort(input), 'events_problem_too_many_days'),
    ['endsOn'],
  ),
);

/** The whole input again but its status, which changes by itself; with the record and the version it was filled from. */
export const workshopUpdate = v.pipe(
  v.object({ ...entries, id, version }),
  v.forward(
    v.check((input) => isInOrder(input), problems.endBeforeStart),
    ['endsOn'],
  ),
  v.forward(
    v.check((input) => isShort(input), 'events_problem_too_many_days'),
    ['endsOn'],
  ),
);

export type WorkshopUpdate = v.InferInput<typeof workshopUpdate>;
export type WorkshopInput = v.InferInput<typeof workshopInput>;
