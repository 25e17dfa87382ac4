import * as v from 'valibot';
import { choice, id, problems, text, version } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';
import { isInOrder, isShort, workshopDate } from '../workshops/schema.ts';
import { workshopStatuses } from '../workshops/model.ts';

const written = v.pipe(text(2_000), v.minLength(1, problems.required));

/** A new status. Days belong to a postponement: without them they are to come. */
export const statusInput = v.pipe(
  v.object({
    id,
    version,
    to: choice(workshopStatuses),
    reason: v.optional(written),
    language: v.optional(choice(locales)),
    startsOn: v.optional(workshopDate),
    endsOn: v.optional(workshopDate),
  }),
  v.forward(
    v.check(({ reason, language }) => !reason || language !== undefined, problems.required),
    ['language'],
  ),
  v.forward(
    v.check(({ startsOn, endsOn }) => !endsOn || startsOn !== undefined, problems.required),
    ['startsOn'],
  ),
  v.forward(
    v.check(({ startsOn, endsOn }) => !startsOn || endsOn !== undefined, problems.required),
    ['endsOn'],
  ),
  v.forward(
    v.check(
      ({ startsOn, endsOn }) => !startsOn || !endsOn || isInOrder({ startsOn, endsOn }),
      problems.endBeforeStart,
    ),
    ['endsOn'],
  ),
  v.forward(
    v.check(
      ({ startsOn, endsOn }) => !startsOn || !endsOn || isShort({ startsOn, endsOn }),
      'events_problem_too_many_days',
    ),
    ['endsOn'],
  ),
);

export type StatusInput = v.InferInput<typeof statusInput>;
