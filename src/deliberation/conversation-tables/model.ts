/** What stands in the cells of a conversation's files. */

/** A number that is whole and not negative, -1 for anything else; beyond 15 digits a computer's numbers are not exact. */
export function wholeNumber(field: string): number {
  const text = plain(field);
  if (text.length === 0 || text.length > 15) return -1;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** 1 agree, 0 pass, -1 disagree, as programs that compute with tables may write it (1.0); null for anything else. */
export function voteOf(field: string): -1 | 0 | 1 | null {
  if (field === '1') return 1;
  if (field === '0') return 0;
  if (field === '-1') return -1;
  const [, sign, digit] = /^\s*'?([+-]?)([01])(?:\.0{1,10})?\s*$/.exec(field) ?? [];
  if (digit === undefined) return null;
  return digit === '0' ? 0 : sign === '-' ? -1 : 1;
}

/** Times below this are seconds: as milliseconds they would lie before March 1973, as seconds up to the year 5138. */
const SECONDS_END = 1e11;

/**
 * Milliseconds since 1970 of a time in milliseconds, as older exports have it, or in seconds, as newer ones; perhaps
 * with a fraction. -1 for anything else.
 */
export function timeOf(field: string): number {
  const whole = wholeNumber(field);
  const time = whole < 0 && /^\s*\d{1,15}\.\d{1,9}\s*$/.test(field) ? Number(field) : whole;
  return time >= 0 && time < SECONDS_END ? time * 1000 : time;
}

/** A column's name as exports write it: `Comment ID` and `comment_id` are `comment-id`. */
export function columnName(field: string): string {
  return field
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function plain(field: string): string {
  const first = field.charCodeAt(0);
  const last = field.charCodeAt(field.length - 1);
  return first <= 32 || last <= 32 || last === 0xa0 ? field.trim() : field;
}
