import * as v from 'valibot';
import { choice, count, slug, text, trilingual } from '#platform/locale/schema.ts';
import { schemes } from './model.ts';

export const conceptInput = v.object({
  slug,
  scheme: choice(schemes),
  code: text(40),
  position: count,
  name: trilingual(300),
  definition: v.optional(trilingual(1_000)),
});

export type ConceptInput = v.InferInput<typeof conceptInput>;
