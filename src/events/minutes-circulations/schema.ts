import * as v from 'valibot';
import {
  choice,
  count,
  id,
  line,
  mailAddress,
  problems,
  version,
  wholeDate,
} from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';

/** The most people who are asked to approve one text. */
export const APPROVERS_MOST = 200;

const name = v.pipe(line(120), v.minLength(1, problems.required));

export const circulationInput = v.pipe(
  v.object({
    minutesId: id,
    needed: v.pipe(count, v.minValue(1, problems.notANumber)),
    answerBy: v.optional(wholeDate),
    approvers: v.pipe(
      v.array(v.object({ name, email: mailAddress, locale: choice(locales) })),
      v.minLength(1, 'events_minutes_problem_nobody'),
      v.maxLength(APPROVERS_MOST, problems.tooLong),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['needed'], ['approvers']],
      ({ needed, approvers }) => needed <= approvers.length,
      'events_minutes_problem_more_than_asked',
    ),
    ['needed'],
  ),
  v.forward(
    v.partialCheck(
      [['approvers']],
      ({ approvers }) => new Set(approvers.map(({ email }) => email.toLowerCase())).size === approvers.length,
      'events_minutes_problem_asked_twice',
    ),
    ['approvers'],
  ),
);
export type CirculationInput = v.InferInput<typeof circulationInput>;

/** Minutes as a form saw them. */
export const minutesRef = v.object({ minutesId: id, version });
export type MinutesRef = v.InferInput<typeof minutesRef>;
