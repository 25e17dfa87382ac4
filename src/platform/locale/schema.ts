import * as v from 'valibot';
import { reservedSlugs } from '../text/slug.ts';
import { isId } from '../records/uuid.ts';
import { locales } from './locale.ts';

/** Message keys of what input may be refused for, shared by every form. */
export const problems = {
  required: 'platform_problem_required',
  tooLong: 'platform_problem_too_long',
  notAChoice: 'platform_problem_not_a_choice',
  notADate: 'platform_problem_not_a_date',
  notATime: 'platform_problem_not_a_time',
  notAnAddress: 'platform_problem_not_an_address',
  notASlug: 'platform_problem_not_a_slug',
  reservedSlug: 'platform_problem_reserved_slug',
  notANumber: 'platform_problem_not_a_number',
  tooLarge: 'platform_problem_too_large',
  notAMailAddress: 'platform_problem_not_a_mail_address',
  notOneLine: 'platform_problem_not_one_line',
  noLanguage: 'platform_problem_no_language',
  endBeforeStart: 'platform_problem_end_before_start',
  hiddenCharacters: 'platform_problem_hidden_characters',
} as const;

/** Control characters but tab and line end, and those that turn the direction of what follows (UAX #9). */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

/** Text of one language, trimmed, its letters composed (NFC); at most `most` characters. */
export const text = (most = 500) =>
  v.pipe(
    v.string(problems.required),
    v.trim(),
    v.normalize('NFC'),
    v.maxLength(most, problems.tooLong),
    v.check((value) => !HIDDEN.test(value), problems.hiddenCharacters),
  );

/** One of a closed list of codes. */
export const choice = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, problems.notAChoice);

/** A text in at least one of the three languages, its original included. */
export const trilingual = (most = 500) =>
  v.pipe(
    v.object({
      fr: v.optional(text(most)),
      ar: v.optional(text(most)),
      en: v.optional(text(most)),
      original: choice(locales),
    }),
    v.check((value) => Boolean(value[value.original]), problems.noLanguage),
  );

/** The last part of an address: lower-case ASCII words joined by hyphens. */
export const slug = v.pipe(
  v.string(problems.required),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, problems.notASlug),
  v.maxLength(80, problems.tooLong),
  v.check((value) => !reservedSlugs.includes(value), problems.reservedSlug),
);

/** The id of a record. */
export const id = v.pipe(
  v.string(problems.required),
  v.check((value) => isId(value), problems.required),
);

/** The version of a record that a form was filled from. */
export const version = v.pipe(
  v.number(problems.notANumber),
  v.integer(problems.notANumber),
  v.minValue(1, problems.notANumber),
);

/** A calendar date as exact as it is known: 2018, 2018-04 or 2018-04-10 (ISO 8601, reduced precision). */
export const partialDate = v.pipe(v.string(problems.notADate), v.check(isPartialDate, problems.notADate));

/** A calendar date known to the day: 2018-04-10. */
export const wholeDate = v.pipe(partialDate, v.length(10, problems.notADate));

/** A local time of day, HH:MM. */
export const timeOfDay = v.pipe(
  v.string(problems.notATime),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, problems.notATime),
);

/** A whole number that is not negative. */
export const count = v.pipe(
  v.number(problems.notANumber),
  v.integer(problems.notANumber),
  v.minValue(0, problems.notANumber),
  v.maxValue(Number.MAX_SAFE_INTEGER, problems.tooLarge),
);

/** A number of people, or a place in an order: columns of 32 bits hold it on both engines. */
export const smallCount = v.pipe(count, v.maxValue(1_000_000_000, problems.tooLarge));

/** A web address, http or https. */
export const webAddress = v.pipe(
  v.string(problems.notAnAddress),
  v.url(problems.notAnAddress),
  v.regex(/^https?:/i, problems.notAnAddress),
  v.maxLength(2_000, problems.tooLong),
);

/**
 * A mail address as HTML's own field takes it: no quotes, no comments, nothing that could begin a header. The
 * domain may be in any script; its ASCII form is for who speaks to a server.
 */
export const mailAddress = v.pipe(
  v.string(problems.required),
  v.trim(),
  v.maxLength(254, problems.tooLong),
  v.check(isMailAddress, problems.notAMailAddress),
);

/** Text of one language on one line, such as a name in a header. */
export const line = (most = 200) =>
  v.pipe(
    text(most),
    v.check((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), problems.notOneLine),
  );

function isMailAddress(value: string): boolean {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const labels = value.slice(at + 1).split('.');
  return (
    at > 0 &&
    local.length <= 64 &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local) &&
    labels.length > 1 &&
    labels.every(
      (label) => label.length <= 63 && /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label),
    )
  );
}

function isPartialDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const whole = (value + '-01-01').slice(0, 10);
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}
