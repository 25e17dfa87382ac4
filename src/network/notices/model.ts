import { dayOf } from '#platform/clock/due.ts';
import { addDays } from '#platform/clock/local.ts';
import { CAPITAL_ZONE, instantOf } from '#platform/clock/zone.ts';
import type { NoticeRhythm } from '../accounts/model.ts';

/** What a notice keeps besides its record: ids and words of the program, never a datum of a person. */
export type NoticeAbout = Readonly<Record<string, string>>;

/** Something that one account is to be told of. */
export interface NoticeRow {
  id: string;
  account_id: string;
  /** What happened, as a word of the capability that tells it: `role-given`. */
  kind: string;
  record_kind: string;
  record_id: string;
  /** A {@link NoticeAbout} as JSON. */
  about: string;
  /** Names the occasion: nobody is told of it twice. */
  once_key: string;
  created_at: string;
  /** When it was told, or it was found that there is nothing to tell any more; null while it waits. */
  settled_at: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    notices: NoticeRow;
  }
}

/** A notice in its reader's language: one sentence, and where it leads, as an address without locale. */
export interface NoticeLine {
  text: string;
  address: string;
}

/** How long a notice is kept once it is settled, in days. */
export const NOTICES_KEPT = 90;

/** Digests leave at this hour of the network's capital; those of the week on Mondays. */
const HOUR = '07:00';
const MONDAY = 1;

/**
 * Up to when notices are told now: what came later waits for the next digest.
 * @returns null for who wants none
 */
export function toldUntil(rhythm: NoticeRhythm, now: Date): Date | null {
  if (rhythm === 'none') return null;
  if (rhythm === 'each') return now;
  let day = dayOf(now);
  const isDay = () => rhythm === 'daily' || new Date(`${day}T00:00Z`).getUTCDay() === MONDAY;
  while (!isDay() || instantOf(`${day}T${HOUR}`, CAPITAL_ZONE) > now.getTime()) day = addDays(day, -1);
  return new Date(instantOf(`${day}T${HOUR}`, CAPITAL_ZONE));
}
