import * as v from 'valibot';
import { locales } from '#platform/locale/locale.ts';
import { choice, id, line, problems, text, trilingual, version, wholeDate } from '#platform/locale/schema.ts';
import { actionKinds, actionStatuses } from './model.ts';

const entries = {
  kind: choice(actionKinds),
  text: trilingual(2_000),
  itemId: v.optional(id),
  owner: v.optional(line(300)),
  organisationId: v.optional(id),
  personId: v.optional(id),
  dueOn: v.optional(wholeDate),
};

export const actionInput = v.object({ ...entries, workshopId: id });

/** The whole input again but its workshop, which stays; with the record and the version it was filled from. */
export const actionUpdate = v.object({ ...entries, id, version });

/** How far an action has come; what is dropped says why, in one language. */
export const settlingInput = v.pipe(
  v.object({
    id,
    version,
    status: choice(actionStatuses),
    reason: v.optional(text(2_000)),
    language: v.optional(choice(locales)),
  }),
  v.forward(
    v.partialCheck(
      [['status'], ['reason']],
      ({ status, reason }) => status !== 'dropped' || Boolean(reason),
      problems.required,
    ),
    ['reason'],
  ),
);

export type ActionInput = v.InferInput<typeof actionInput>;
export type ActionUpdate = v.InferInput<typeof actionUpdate>;
export type SettlingInput = v.InferInput<typeof settlingInput>;
