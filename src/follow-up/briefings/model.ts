import { isDay } from '../register/model.ts';

/** A value that is shown again in a sentence is not longer. */
const SHOWN = 80;

/** How far ahead a briefing looks for what falls due, in days. */
export const AHEAD = 90;
/** How far back it tells what has changed, where its reader names no day. */
export const BACK = 90;

/** What was given for the first day of what has changed and can't be it. */
export interface RefusedDay {
  /** As it was given; cut where it is no day at all. */
  given: string;
  reason: 'no-day' | 'ahead';
}

/** Why changes can't be told from what was given for a day; null where they can, or nothing was given. */
export function refusedDay(given: string, today: string): RefusedDay | null {
  if (given === '') return null;
  if (!isDay(given)) return { given: given.slice(0, SHOWN), reason: 'no-day' };
  return given > today ? { given, reason: 'ahead' } : null;
}

/** How much of each list a briefing shows, from the fullest to the barest: the first that fits its sheet is printed. */
export const amounts = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1] as const;

/** How many entries of a list are read: as many as its page shows. */
export const mostRead = 25;

/** The longest title that stands in a line of a sheet, in characters. */
const TITLE_MOST = 150;

/** Words cut at a blank where they are too long for a line. */
export function clipped(text: string, most = TITLE_MOST): string {
  const letters = Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment);
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join('');
  const blank = cut.lastIndexOf(' ');
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
