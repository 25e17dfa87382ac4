import * as v from 'valibot';
import { partialDate, text, webAddress } from '#platform/locale/schema.ts';

export const sourceInput = v.object({
  title: text(),
  language: text(3),
  publisher: text(200),
  /** Names for readers of other languages than the source's. */
  publisherNames: v.optional(
    v.object({ fr: v.optional(text(200)), ar: v.optional(text(200)), en: v.optional(text(200)) }),
  ),
  url: v.optional(webAddress),
  publishedOn: v.optional(partialDate),
  consultedOn: partialDate,
  licence: v.optional(text(200)),
});

export type SourceInput = v.InferInput<typeof sourceInput>;
