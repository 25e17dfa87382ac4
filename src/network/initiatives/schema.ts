import * as v from 'valibot';
import {
  choice,
  count,
  id,
  partialDate,
  problems,
  slug,
  smallCount,
  trilingual,
  version,
} from '#platform/locale/schema.ts';
import { outcomeKinds } from './model.ts';

const entries = {
  slug,
  name: trilingual(300),
  acronym: v.optional(trilingual(60)),
  summary: v.optional(trilingual(2_000)),
  aims: v.optional(trilingual(4_000)),
  startsOn: v.optional(partialDate),
  endsOn: v.optional(partialDate),
  budget: v.optional(v.object({ minor: count, currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) })),
};

function isInOrder({ startsOn, endsOn }: { startsOn?: string | undefined; endsOn?: string | undefined }) {
  return !startsOn || !endsOn || startsOn <= endsOn;
}

export const initiativeInput = v.pipe(
  v.object(entries),
  v.forward(
    v.check((input) => isInOrder(input), problems.endBeforeStart),
    ['endsOn'],
  ),
);

/** The whole input again, with the record and the version it was filled from. */
export const initiativeUpdate = v.pipe(
  v.object({ ...entries, id, version }),
  v.forward(
    v.check((input) => isInOrder(input), problems.endBeforeStart),
    ['endsOn'],
  ),
);

export type InitiativeUpdate = v.InferInput<typeof initiativeUpdate>;
export type InitiativeInput = v.InferInput<typeof initiativeInput>;

const outcomeEntries = {
  kind: choice(outcomeKinds),
  /** Its place among those of its kind; left out, it comes last. */
  position: v.optional(smallCount),
  text: trilingual(2_000),
};

export const outcomeInput = v.object({ ...outcomeEntries, initiativeId: id });

/** The whole input again but its initiative, which stays; with the record and the version it was filled from. */
export const outcomeUpdate = v.object({ ...outcomeEntries, id, version });

export type OutcomeUpdate = v.InferInput<typeof outcomeUpdate>;

export type OutcomeInput = v.InferInput<typeof outcomeInput>;
