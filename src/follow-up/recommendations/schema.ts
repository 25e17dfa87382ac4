import * as v from 'valibot';
import { territoryLevels } from '#network/territories/model.ts';
import {
  choice,
  id,
  line,
  partialDate,
  problems,
  slug,
  smallCount,
  trilingual,
  version,
} from '#platform/locale/schema.ts';
import { visibilities } from '#network/visibility/model.ts';
import { priorities, type Priority } from './model.ts';

/** A priority as a form sends it: its number. */
const priority = v.pipe(
  choice(priorities.map(String)),
  v.transform((value) => Number(value) as Priority),
);

export const recommendationInput = v.object({
  slug,
  reference: v.pipe(line(40), v.nonEmpty(problems.required)),
  /** Its place in the register; left out, it comes last. */
  position: v.optional(smallCount),
  title: trilingual(300),
  text: v.optional(trilingual(4_000)),
  /** When it was made, as exact as it is known. */
  issuedOn: v.optional(partialDate),
  /** Where in its source it stands. */
  sourcePages: v.optional(line(60)),
  priority: v.optional(priority),
  priorityReason: v.optional(trilingual(1_000)),
  /** For whom it is. */
  beneficiaries: v.optional(trilingual(1_000)),
  /** Levels of authorities that are asked to answer, where no institution is named. */
  addressedLevels: v.optional(v.array(choice(territoryLevels)), []),
  visibility: v.optional(choice(visibilities), 'public'),
});

/** The whole input again, with the record and the version it was filled from. */
export const recommendationUpdate = v.object({ ...recommendationInput.entries, id, version });

export type RecommendationInput = v.InferInput<typeof recommendationInput>;
export type RecommendationUpdate = v.InferInput<typeof recommendationUpdate>;
