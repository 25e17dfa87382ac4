import { indimajOriental } from './initiatives/indimaj-oriental.ts';
import type { InitiativeEntry } from './initiatives/model.ts';

/** The initiative of the Rabat workshop, what followed it, and its sister programmes. */
export const initiatives: Record<string, InitiativeEntry> = {
  'indimaj-oriental': indimajOriental,
};
