/** How many months a timeline shows at most. */
export const MOST_MONTHS = 36;
/** Where nothing is asked: how many months before the present one, and how many after it. */
const BEFORE = 6;
const AFTER = 17;

/** The first and the last month that a date can be of, in months since the year 0. */
const FIRST = 12;
const LAST = 9999 * 12 + 11;

/** A month as YYYY-MM, moved by whole months; what lies beyond 0001-01 and 9999-12 is these. */
export function addMonths(month: string, by: number): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const whole = Math.min(Math.max(year * 12 + at - 1 + by, FIRST), LAST);
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}`;
}

/** The months from one to another, both included, at most {@link MOST_MONTHS}. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length < MOST_MONTHS; month = addMonths(month, 1)) {
    // After the last month there is none.
    if (month === months.at(-1)) break;
    months.push(month);
  }
  return months;
}

/**
 * The months of a timeline: those that are asked for by days, else some around the present one.
 * @param from a calendar day @param to a calendar day @param today a calendar day
 */
export function monthsAsked(view: { from?: string; to?: string }, today: string): string[] {
  const present = today.slice(0, 7);
  const whole = BEFORE + AFTER;
  const monthOf = (day: string | undefined) => (day ? addMonths(day.slice(0, 7), 0) : null);
  const last = monthOf(view.to);
  const from = monthOf(view.from) ?? (last && addMonths(last, -whole));
  const to = last ?? (from && addMonths(from, whole));
  const asked = from && to ? monthsBetween(from, to) : [];
  return asked.length > 0 ? asked : monthsBetween(addMonths(present, -BEFORE), addMonths(present, AFTER));
}

/** The first and the last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const last = new Date(0);
  // Day 0 of the next month; this way of setting a year takes one below 100 as it is.
  last.setUTCFullYear(year, at, 0);
  return { from: `${month}-01`, to: last.toISOString().slice(0, 10) };
}
