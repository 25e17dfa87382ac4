import { addDays } from '#platform/clock/local.ts';

/** How far ahead a commitment counts as due soon, in days. */
export const DUE_WITHIN = 30;

/** The last day that counts as soon. */
export const soonUntil = (today: string): string => addDays(today, DUE_WITHIN);
