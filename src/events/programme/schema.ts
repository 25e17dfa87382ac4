import * as v from 'valibot';
import {
  choice,
  count,
  id,
  problems,
  slug,
  text,
  timeOfDay,
  trilingual,
  wholeDate,
} from '#platform/locale/schema.ts';
import { itemKinds, parts } from './model.ts';

export const itemInput = v.pipe(
  v.object({
    workshopId: id,
    anchor: slug,
    position: count,
    kind: choice(itemKinds),
    number: v.optional(count),
    day: v.optional(wholeDate),
    startsAt: v.optional(timeOfDay),
    endsAt: v.optional(timeOfDay),
    title: trilingual(400),
    abstract: v.optional(trilingual(4_000)),
    room: v.optional(trilingual(120)),
    importKey: v.optional(text(300)),
  }),
  v.forward(
    v.check(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, problems.endBeforeStart),
    ['endsAt'],
  ),
);

export type ItemInput = v.InferInput<typeof itemInput>;

export const contributionInput = v.pipe(
  v.object({
    itemId: id,
    position: count,
    part: choice(parts),
    personId: v.optional(id),
    organisationId: v.optional(id),
    role: v.optional(trilingual(300)),
  }),
  v.forward(
    v.check(({ personId, organisationId }) => Boolean(personId ?? organisationId), problems.required),
    ['personId'],
  ),
);

export type ContributionInput = v.InferInput<typeof contributionInput>;
