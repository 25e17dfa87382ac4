import * as v from 'valibot';
import { choice, id, problems, text, wholeDate } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';
import { entryKinds } from './model.ts';

/** The longest text of one entry in one language, in UTF-16 code units. */
export const ENTRY_TEXT_MOST = 50_000;

const words = (most: number) =>
  v.nullable(
    v.pipe(
      text(most),
      v.transform((value) => value || null),
    ),
  );
const flag = v.picklist([0, 1], problems.notAChoice);

/** Some fields of an entry, as a device writes them. */
export const entryChange = v.partial(
  v.strictObject({
    kind: choice(entryKinds),
    // What fractional-indexing makes: base 62, the first letter saying how many follow before the fraction.
    rank: v.pipe(v.string(problems.required), v.regex(/^[A-Za-z0-9]{1,200}$/, problems.required)),
    text_fr: words(ENTRY_TEXT_MOST),
    text_ar: words(ENTRY_TEXT_MOST),
    text_en: words(ENTRY_TEXT_MOST),
    text_original: choice(locales),
    owner: words(300),
    organisation_id: v.nullable(id),
    person_id: v.nullable(id),
    due_on: v.nullable(wholeDate),
    speaker: words(300),
    consent: flag,
    removed: flag,
  }),
);
