import * as v from 'valibot';
import { visibilities } from '#network/visibility/model.ts';
import {
  choice,
  id,
  line,
  partialDate,
  problems,
  slug,
  trilingual,
  version,
  webAddress,
} from '#platform/locale/schema.ts';

const entries = {
  slug,
  title: trilingual(300),
  summary: v.optional(trilingual(4_000)),
  startsOn: partialDate,
  endsOn: v.optional(partialDate),
  workshopId: v.optional(id),
  /** Of the statements: ISO 639-1, or ISO 639-3 where that has none; `mul` where they are in several. */
  language: v.pipe(v.string(problems.required), v.regex(/^[a-z]{2,3}$/, 'network_problem_not_a_language')),
  url: v.optional(webAddress),
  licence: v.optional(line(200)),
  visibility: v.optional(choice(visibilities), 'draft'),
};

const isInOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn?: string | undefined }) =>
  !endsOn || startsOn <= endsOn;

export const debateInput = v.pipe(
  v.object(entries),
  v.forward(v.partialCheck([['startsOn'], ['endsOn']], isInOrder, problems.endBeforeStart), ['endsOn']),
);

/** The whole input again, with the record and the version it was filled from; votes stay as they are. */
export const debateUpdate = v.pipe(
  v.object({ ...entries, id, version }),
  v.forward(v.partialCheck([['startsOn'], ['endsOn']], isInOrder, problems.endBeforeStart), ['endsOn']),
);

/** A debate whose votes are decided about, as they were shown. */
export const votesDecision = v.object({ id, digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

export type DebateInput = v.InferInput<typeof debateInput>;
export type DebateUpdate = v.InferInput<typeof debateUpdate>;
export type VotesDecision = v.InferInput<typeof votesDecision>;
