import * as v from 'valibot';
import {
  choice,
  smallCount,
  id,
  line,
  problems,
  slug,
  trilingual,
  version,
} from '#platform/locale/schema.ts';
import { schemes } from './model.ts';

const entries = {
  slug,
  code: v.pipe(line(40), v.nonEmpty(problems.required)),
  /** Its place in its scheme; left out, it comes last. */
  position: v.optional(smallCount),
  name: trilingual(300),
  definition: v.optional(trilingual(1_000)),
};

export const conceptInput = v.object({ ...entries, scheme: choice(schemes) });

/** The whole input again but its scheme, which stays; with the record and the version it was filled from. */
export const conceptUpdate = v.object({ ...entries, id, version });

export type ConceptInput = v.InferInput<typeof conceptInput>;
export type ConceptUpdate = v.InferInput<typeof conceptUpdate>;
