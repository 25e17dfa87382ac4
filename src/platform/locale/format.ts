import { offsetAt } from '../clock/zone.ts';
import type { Locale } from './locale.ts';

/**
 * The one formatter of dates and numbers. Dates and numbers follow Morocco's use in Arabic (its own month
 * names, Latin digits) and the language's own elsewhere.
 */
const tags: Record<Locale, string> = { fr: 'fr-FR', ar: 'ar-MA', en: 'en-GB' };

/** How many worded dates are remembered: far more than a network has. */
const MOST = 5_000;

const made = new Map<string, Intl.DateTimeFormat>();
const worded = new Map<string, string>();

function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = made.get(key);
  if (!format) made.set(key, (format = new Intl.DateTimeFormat(tags[locale], options)));
  return format;
}

const MONTH_DAY_YEAR = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** A calendar date as exact as it is known: “2019”, “avril 2018”, “10 avril 2018”. */
export function formatDate(date: string, locale: Locale): string {
  return formatDates(date, date, locale);
}

/**
 * The days from one calendar date to another, both included, as exact as the less exact of the two:
 * “10–11 avril 2018”, “2019”, “31 mars – 1er avril 2022”.
 * @param from YYYY, YYYY-MM or YYYY-MM-DD @param to the same
 */
export function formatDates(from: string, to: string, locale: Locale): string {
  return once(`${locale} ${from} ${to}`, () => formatRange(from, to, locale));
}

/** What was worded before: formatting dates costs more than a query, and the same few stand on every page. */
function once(key: string, word: () => string): string {
  let known = worded.get(key);
  if (known === undefined) {
    known = word();
    if (worded.size >= MOST) worded.clear();
    worded.set(key, known);
  }
  return known;
}

function formatRange(from: string, to: string, locale: Locale): string {
  const parts = Math.min(from.split('-').length, to.split('-').length);
  const options =
    parts === 1
      ? ({ year: 'numeric', timeZone: 'UTC' } as const)
      : parts === 2
        ? ({ month: 'long', year: 'numeric', timeZone: 'UTC' } as const)
        : MONTH_DAY_YEAR;
  // Thin spaces around the dash vary by language; we close up two days of one month and open up the rest.
  const range = dates(locale, options)
    .formatRange(startOf(from), startOf(to))
    .replace(/^(\d{1,2})\s*–\s*(?=\d)/, '$1–')
    .replaceAll('\u2009', ' ');
  return ordinal(range, locale);
}

/** The first of a month is an ordinal in French, which CLDR's formats leave out: “1er avril 2018”. */
function ordinal(date: string, locale: Locale): string {
  return locale === 'fr' ? date.replace(/(?<!\d)1(?=\s\p{L}|–\d)/gu, '1er') : date;
}

/** A weekday with its date, for the head of a programme's day. */
export function formatDay(date: string, locale: Locale): string {
  return once(`${locale} ${date}`, () =>
    ordinal(dates(locale, { ...MONTH_DAY_YEAR, weekday: 'long' }).format(startOf(date)), locale),
  );
}

/** An instant in a time zone, with the day, for “as of” lines. */
export function formatInstant(instant: string, timeZone: string, locale: Locale): string {
  const format = dates(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const at = Date.parse(instant);
  return ordinal(format.format(new Date(at + offsetAt(timeZone, at))), locale);
}

/** A number grouped as the language groups it. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale]).format(value);
}

/**
 * A decimal number that is held as text, with all of its decimals: “12,5”.
 * @param value digits with a point, at most six after it
 */
export function formatDecimal(value: string, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 6 }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** A decimal number as its form shows it, to be typed over: “1234,5”, with nothing between the thousands. */
export function formatTypedDecimal(value: string, locale: Locale): string {
  const options = { maximumFractionDigits: 6, useGrouping: false };
  return new Intl.NumberFormat(tags[locale], options).format(value as Intl.StringNumericLiteral);
}

/** A share of a whole in full hundredths: what isn't quite there is not said to be. 0.996 → “99 %”. */
export function formatPercent(share: number, locale: Locale): string {
  // What binary fractions lose is given back before the rest is cut off.
  const hundredths = Math.floor(share * 100 + 1e-9);
  return new Intl.NumberFormat(tags[locale], { style: 'percent' }).format(hundredths / 100);
}

/** A size as people read it, to one decimal: 1 258 291 → “1,3 Mo”. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  const options = { style: 'unit', unit, maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 } as const;
  return new Intl.NumberFormat(tags[locale], options).format(Math.max(0.1, bytes / size));
}

/** An amount held in minor units, without decimals where it is whole: 900000000 EUR → “9 000 000 €”. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = (digits: number | undefined) =>
    new Intl.NumberFormat(tags[locale], {
      style: 'currency',
      currency,
      ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    });
  const decimals = format(undefined).resolvedOptions().maximumFractionDigits ?? 2;
  const value = minor / 10 ** decimals;
  return format(Number.isInteger(value) ? 0 : undefined).format(value);
}

/** A list of words: “a, b et c”. */
export function formatList(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(words);
}

/** Compares words as the language orders them. */
export function collator(locale: Locale): Intl.Collator {
  return new Intl.Collator(tags[locale], { numeric: true });
}

function startOf(date: string): Date {
  return new Date(`${(date + '-01-01').slice(0, 10)}T00:00:00Z`);
}
