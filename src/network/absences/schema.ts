import * as v from 'valibot';
import { choice, id, problems, version, wholeDate } from '#platform/locale/schema.ts';
import { addDays } from '#platform/clock/local.ts';
import { LONGEST_ABSENCE } from './model.ts';

/** From when until when, away from what, and who stands in: the alternate where nobody is named. */
export const absenceInput = v.pipe(
  v.object({
    scope: choice(['organisation', 'territory']),
    on: id,
    from: wholeDate,
    until: wholeDate,
    standInId: v.optional(id),
  }),
  v.forward(
    v.partialCheck([['from'], ['until']], ({ from, until }) => from <= until, problems.endBeforeStart),
    ['until'],
  ),
  v.forward(
    v.partialCheck(
      [['from'], ['until']],
      ({ from, until }) => until <= addDays(from, LONGEST_ABSENCE),
      'network_problem_absence_long',
    ),
    ['until'],
  ),
);

export type AbsenceInput = v.InferInput<typeof absenceInput>;

/** An absence as it was seen. */
export const absenceSeen = v.object({ id, version });

export type AbsenceSeen = v.InferInput<typeof absenceSeen>;
