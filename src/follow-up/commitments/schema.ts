import * as v from 'valibot';
import { choice, id, line, problems, slug, trilingual, version, wholeDate } from '#platform/locale/schema.ts';
import { visibilities } from '#network/visibility/model.ts';
import { commitmentKinds } from './model.ts';

const entries = {
  slug,
  /** How people cite it; left out, it is given one. */
  reference: v.optional(v.pipe(line(40), v.nonEmpty(problems.required))),
  title: trilingual(300),
  /** What will be there that is not there yet. */
  deliverable: trilingual(4_000),
  kind: choice(commitmentKinds),
  /** Who answers for it. */
  organisationId: id,
  startsOn: v.optional(wholeDate),
  dueOn: v.optional(wholeDate),
  /** For whom it is. */
  beneficiaries: v.optional(trilingual(2_000)),
  /** How migrants take part in it. */
  participation: v.optional(trilingual(2_000)),
  /** Who is asked to confirm what the institution has validated. */
  confirmedById: v.optional(id),
  visibility: v.optional(choice(visibilities), 'draft'),
};

const isInOrder = ({ startsOn, dueOn }: { startsOn?: string | undefined; dueOn?: string | undefined }) =>
  !startsOn || !dueOn || startsOn <= dueOn;

export const commitmentInput = v.pipe(
  v.object(entries),
  v.forward(v.partialCheck([['startsOn'], ['dueOn']], isInOrder, problems.endBeforeStart), ['dueOn']),
);

/** The whole input again, with the record and the version it was filled from. */
export const commitmentUpdate = v.pipe(
  v.object({ ...entries, id, version }),
  v.forward(v.partialCheck([['startsOn'], ['dueOn']], isInOrder, problems.endBeforeStart), ['dueOn']),
);

export type CommitmentInput = v.InferInput<typeof commitmentInput>;
export type CommitmentUpdate = v.InferInput<typeof commitmentUpdate>;
