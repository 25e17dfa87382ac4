import * as v from 'valibot';
import { choice, line, problems, text, wholeDate } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';

const signature = { signatory: v.optional(line(120)), signatoryFunction: v.optional(line(200)) };

/** An attendance certificate: for somebody of the programme, or for a name that is typed, in either script or both. */
export const certificateInput = v.pipe(
  v.object({
    language: choice(locales),
    /** The id of a contribution of the programme. */
    contribution: v.optional(line(40)),
    name: v.optional(line(120)),
    nameArabic: v.optional(line(120)),
    capacity: v.optional(line(300)),
    place: v.optional(line(100)),
    date: wholeDate,
    ...signature,
  }),
  v.forward(
    v.check(
      ({ contribution, name, nameArabic }) => Boolean(contribution || name || nameArabic),
      problems.required,
    ),
    ['name'],
  ),
);

/** An official letter that goes with the proceedings or any other document. */
export const letterInput = v.object({
  language: choice(locales),
  institution: text(600),
  reference: v.optional(line(80)),
  place: v.optional(line(100)),
  date: wholeDate,
  addressee: text(600),
  object: line(300),
  body: text(8_000),
  ...signature,
});

export type CertificateInput = v.InferOutput<typeof certificateInput>;
export type LetterInput = v.InferOutput<typeof letterInput>;
