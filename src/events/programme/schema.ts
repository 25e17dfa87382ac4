import * as v from 'valibot';
import { organisationLevels, organisationTypes } from '#network/organisations/model.ts';
import { DAY_MINUTES } from '../programme-hours/model.ts';
import {
  choice,
  count,
  id,
  problems,
  slug,
  text,
  timeOfDay,
  trilingual,
  version,
  wholeDate,
} from '#platform/locale/schema.ts';
import { problemOf, type Problem } from '#platform/records/outcome.ts';
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

/** Somebody in an item, as its editor says it: chosen from the network, or named to be added to it. */
const contributor = v.pipe(
  v.object({
    /** The contribution that is changed; left out for a new one. */
    id: v.optional(id),
    part: choice(parts),
    personId: v.optional(id),
    newPerson: v.optional(v.object({ name: trilingual(200) })),
    organisationId: v.optional(id),
    newOrganisation: v.optional(
      v.object({
        name: trilingual(300),
        type: choice(organisationTypes),
        level: choice(organisationLevels),
      }),
    ),
    role: v.optional(trilingual(300)),
  }),
  v.forward(
    v.check(
      ({ personId, newPerson, organisationId, newOrganisation }) =>
        Boolean(personId ?? newPerson ?? organisationId ?? newOrganisation),
      problems.required,
    ),
    ['personId'],
  ),
);

const draft = {
  kind: choice(itemKinds),
  number: v.optional(count),
  day: v.optional(wholeDate),
  startsAt: v.optional(timeOfDay),
  /** In minutes; an item ends the next day at the latest. */
  length: v.optional(v.pipe(count, v.maxValue(DAY_MINUTES - 1, 'events_programme_problem_length'))),
  title: trilingual(400),
  abstract: v.optional(trilingual(4_000)),
  room: v.optional(trilingual(120)),
  contributions: v.optional(v.array(contributor), []),
  /** Whether what follows on its day moves with the item's end. */
  shift: v.optional(v.boolean(), false),
};

interface Length {
  startsAt?: string | undefined;
  length?: number | undefined;
}
const hasStart = ({ startsAt, length }: Length) => length === undefined || startsAt !== undefined;

/** A length without a start says nothing; said of whatever else is wrong as well. */
const ownFields = v.pipe(
  v.object(draft),
  v.forward(
    v.partialCheck(
      [['startsAt'], ['length']],
      (input) => hasStart(input),
      'events_programme_problem_length_alone',
    ),
    ['startsAt'],
  ),
);

/** An item as its editor writes it: whole, with everybody in it. */
export const itemDraft = v.pipe(
  v.object({ ...draft, workshopId: id }),
  v.forward(
    v.partialCheck(
      [['startsAt'], ['length']],
      (input) => hasStart(input),
      'events_programme_problem_length_alone',
    ),
    ['startsAt'],
  ),
);

/** What is wrong with an item's own fields, whoever is in it. */
export function problemsOfItem(input: object): Problem[] {
  const { issues = [] } = v.safeParse(ownFields, input);
  const problems = issues.map((issue) => problemOf(issue));
  // Of one field the first is said.
  return problems.filter(({ field }, index) => problems.findIndex((one) => one.field === field) === index);
}

/** The whole item again, with the record and the version it was filled from. */
export const itemUpdate = v.pipe(
  v.object({ ...draft, id, version }),
  v.forward(
    v.partialCheck(
      [['startsAt'], ['length']],
      (input) => hasStart(input),
      'events_programme_problem_length_alone',
    ),
    ['startsAt'],
  ),
);

export const itemMove = v.object({
  id,
  by: v.picklist([-1, 1], problems.notAChoice),
  /** How many places; as far as the day goes. */
  places: v.optional(v.pipe(count, v.maxValue(200, problems.notANumber)), 1),
  shift: v.boolean(),
});

/** Another day for an item, or none; the room of another item; beside which one it goes. */
export const itemPlacement = v.object({
  id,
  day: v.nullable(wholeDate),
  roomOf: v.optional(id),
  beside: v.optional(id),
  below: v.optional(v.boolean(), false),
});

export const itemDeletion = v.object({ id, version });

export type ItemDraft = v.InferInput<typeof itemDraft>;
export type ItemUpdate = v.InferInput<typeof itemUpdate>;
export type ItemMove = v.InferInput<typeof itemMove>;
export type ItemPlacement = v.InferInput<typeof itemPlacement>;
export type ItemDeletion = v.InferInput<typeof itemDeletion>;
export type Contributor = v.InferOutput<typeof contributor>;
