import { indimajOriental } from './initiatives/indimaj-oriental.ts';
import { iomInitiatives } from './initiatives/iom.ts';
import type { InitiativeEntry } from './initiatives/model.ts';
import { sisterProgrammes } from './initiatives/sisters.ts';

/** The initiative of the Rabat workshop, what followed it, and its sister programmes. */
export const initiatives: Record<string, InitiativeEntry> = {
  'indimaj-oriental': indimajOriental,
  ...iomInitiatives,
  ...sisterProgrammes,
};
