import * as v from 'valibot';
import { id, line, partialDate, problems, version, webAddress } from '#platform/locale/schema.ts';

const named = (most: number) => v.pipe(line(most), v.nonEmpty(problems.required));
const name = v.optional(line(200));

export const sourceInput = v.object({
  title: named(500),
  /** ISO 639-1, or ISO 639-3 where that has none. */
  language: v.pipe(v.string(problems.required), v.regex(/^[a-z]{2,3}$/, 'network_problem_not_a_language')),
  publisher: named(200),
  /** Names for readers of other languages than the source's. */
  publisherNames: v.optional(v.object({ fr: name, ar: name, en: name })),
  url: v.optional(webAddress),
  publishedOn: v.optional(partialDate),
  consultedOn: v.pipe(v.string(problems.required), partialDate),
  licence: v.optional(line(200)),
});

/** The whole input again, with the record and the version it was filled from. */
export const sourceUpdate = v.object({ ...sourceInput.entries, id, version });

export type SourceInput = v.InferInput<typeof sourceInput>;
export type SourceUpdate = v.InferInput<typeof sourceUpdate>;
