import { international } from './organisations/international.ts';
import { national } from './organisations/national.ts';
import { regional } from './organisations/regional.ts';

/** The organisations that the facts tie to a meeting or an initiative; a parent stands before its parts. */
export const organisations = { ...regional, ...national, ...international };
