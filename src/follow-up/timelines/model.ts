/** How many months a timeline shows at most. */
export const MOST_MONTHS = 36;
/** Where nothing is asked: how many months before the present one, and how many after it. */
const BEFORE = 6;
const AFTER = 17;

/** A month as YYYY-MM, moved by whole months. */
export function addMonths(month: string, by: number): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const whole = year * 12 + at - 1 + by;
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}`;
}

/** The months from one to another, both included, at most {@link MOST_MONTHS}. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length < MOST_MONTHS; month = addMonths(month, 1))
    months.push(month);
  return months;
}

/**
 * The months of a timeline: those that are asked for by days, else some around the present one.
 * @param from a calendar day @param to a calendar day @param today a calendar day
 */
export function monthsAsked(view: { from?: string; to?: string }, today: string): string[] {
  const present = today.slice(0, 7);
  const whole = BEFORE + AFTER;
  const from = view.from?.slice(0, 7) ?? (view.to ? addMonths(view.to.slice(0, 7), -whole) : null);
  const to = view.to?.slice(0, 7) ?? (from ? addMonths(from, whole) : null);
  return from && to
    ? monthsBetween(from, to)
    : monthsBetween(addMonths(present, -BEFORE), addMonths(present, AFTER));
}

/** The first and the last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const last = new Date(`${addMonths(month, 1)}-01T00:00Z`).getTime() - 1;
  return { from: `${month}-01`, to: new Date(last).toISOString().slice(0, 10) };
}
