/**
 * When an item is: a local date and hours in the workshop's zone, null where no source gives them. An end that lies
 * before its start is of the next day.
 */
export interface Hours {
  day: string | null;
  starts_at: string | null;
  ends_at: string | null;
}

/** Minutes in one day. */
export const DAY_MINUTES = 1_440;

/** An end before its start means the next day, unless that would make the item longer than this, in minutes. */
const LONGEST_NIGHT = 720;

/** Minutes since midnight: 09:30 → 570. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time of day so many minutes after midnight, of whichever day: 1470 → 00:30. */
export function timeAt(minutes: number): string {
  const within = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** An item's length in minutes, over midnight where it ends the next day; null where either hour is unknown. */
export function lengthOf({ starts_at, ends_at }: Omit<Hours, 'day'>): number | null {
  if (starts_at === null || ends_at === null) return null;
  return (minutesOf(ends_at) - minutesOf(starts_at) + DAY_MINUTES) % DAY_MINUTES;
}

/** When an item ends that begins then and lasts so many minutes. */
export function endAfter(startsAt: string, length: number): string {
  return timeAt(minutesOf(startsAt) + length);
}

/** Whether the end lies before the start, or at it, and can't be meant as the next day's. */
export function endsBeforeStart(hours: Omit<Hours, 'day'>): boolean {
  const length = lengthOf(hours);
  return length === 0 || (length !== null && crosses(hours) && length > LONGEST_NIGHT);
}

/** Whether an item goes on after the midnight that ends its day. */
export function endsNextDay(hours: Omit<Hours, 'day'>): boolean {
  const length = lengthOf(hours);
  return length !== null && length > 0 && length <= LONGEST_NIGHT && crosses(hours);
}

/**
 * From when to when an item goes, in minutes since its day began; without a known length it ends as it begins.
 * Null where it has no hour.
 */
export function spanOf(hours: Omit<Hours, 'day'>): { start: number; end: number } | null {
  if (hours.starts_at === null) return null;
  const start = minutesOf(hours.starts_at);
  return { start, end: endsBeforeStart(hours) ? start : start + (lengthOf(hours) ?? 0) };
}

/** What follows an item on its day, moved by as much as the item's end has moved. */
export interface Shift<Item> {
  /** Positive: later. */
  minutes: number;
  items: Item[];
  /** True where an item would no longer begin on its day: then nothing may be moved. */
  leavesDay: boolean;
}

/**
 * What saving an item would move, if what follows is to be shifted: all that begins when the item ended or later,
 * on the same day. A new item, or one from another day, only pushes away what it would overlap.
 * @param others the workshop's other items, any order
 */
export function shiftAfter<Item extends Hours>(
  others: readonly Item[],
  before: Hours | null,
  after: Hours,
): Shift<Item> {
  const nothing = { minutes: 0, items: [], leavesDay: false };
  const is = spanOf(after);
  if (after.day === null || is === null) return nothing;
  const was = before?.day === after.day ? spanOf(before) : null;
  const from = was?.end ?? is.start;
  const items = others.filter(({ day, starts_at }) => {
    return day === after.day && starts_at !== null && minutesOf(starts_at) >= from;
  });
  if (items.length === 0) return nothing;
  const first = Math.min(...items.map(({ starts_at }) => minutesOf(starts_at!)));
  const minutes = was ? is.end - was.end : Math.max(0, is.end - first);
  if (minutes === 0) return nothing;
  return { minutes, items, leavesDay: items.some((item) => leavesDay(item, minutes)) };
}

/** An item's hours so many minutes later. */
export function shifted({ starts_at, ends_at }: Omit<Hours, 'day'>, minutes: number): Omit<Hours, 'day'> {
  const moved = (time: string | null) => time && timeAt(minutesOf(time) + minutes);
  return { starts_at: moved(starts_at), ends_at: moved(ends_at) };
}

/** Whether an item moved by so many minutes would begin on another day. */
export function leavesDay({ starts_at }: Pick<Hours, 'starts_at'>, minutes: number): boolean {
  if (starts_at === null) return false;
  const start = minutesOf(starts_at) + minutes;
  return start < 0 || start >= DAY_MINUTES;
}

function crosses({ starts_at, ends_at }: Omit<Hours, 'day'>): boolean {
  return starts_at !== null && ends_at !== null && ends_at < starts_at;
}
