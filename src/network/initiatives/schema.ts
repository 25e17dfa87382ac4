import * as v from 'valibot';
import { choice, count, id, partialDate, problems, slug, trilingual } from '#platform/locale/schema.ts';
import { outcomeKinds } from './model.ts';

export const initiativeInput = v.pipe(
  v.object({
    slug,
    name: trilingual(300),
    acronym: v.optional(trilingual(60)),
    summary: v.optional(trilingual(2_000)),
    aims: v.optional(trilingual(4_000)),
    startsOn: v.optional(partialDate),
    endsOn: v.optional(partialDate),
    budget: v.optional(v.object({ minor: count, currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) })),
  }),
  v.forward(
    v.check(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, problems.endBeforeStart),
    ['endsOn'],
  ),
);

export type InitiativeInput = v.InferInput<typeof initiativeInput>;

export const outcomeInput = v.object({
  initiativeId: id,
  kind: choice(outcomeKinds),
  position: count,
  text: trilingual(2_000),
});

export type OutcomeInput = v.InferInput<typeof outcomeInput>;
