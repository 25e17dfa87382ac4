/** Number formats without a code of their own that show a date or a time (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/**
 * Whether a number format shows a date or a time.
 * @param code as `yyyy-mm-dd` or `[$-ar-MA]d mmmm`; undefined for a format known by its number alone
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const [first = ''] = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  return !/general/i.test(first) && /[ymdhs]/i.test(first);
}

const DAY = 86_400_000;
/** The last day a spreadsheet knows: 9999-12-31. */
const LAST = 2_958_466;

/**
 * A spreadsheet's count of days as ISO 8601, local: 2018-04-10, 2018-04-10T09:30 or, within the first day,
 * 09:30. Counted from 1900, a 29 February of that year is counted that never was (ECMA-376 part 1, 18.17.4.1).
 * @returns null where it is no date
 */
export function isoOf(days: number, from1904: boolean): string | null {
  if (!(days >= 0 && days < LAST)) return null;
  const seconds = Math.round(days * 86_400);
  const whole = Math.floor(seconds / 86_400);
  const time = new Date((seconds % 86_400) * 1_000).toISOString().slice(11, 19).replace(/:00$/, '');
  if (whole === 0 && !from1904) return time;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const date = new Date(epoch + whole * DAY).toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? date : `${date}T${time}`;
}
