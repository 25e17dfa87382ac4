import { withinLimit } from '../limits/limits.ts';
import { openCopier } from '../web-copies/copier.ts';
import type { Copier } from '../web-copies/model.ts';
import { services } from './services.ts';

/** How many pages one account may have copied. */
const COPIED = { most: 60, seconds: 60 * 60 };

/** Copies pages of the public web. */
export const copier: Copier = openCopier();

/** Whether an account may have another page copied now. */
export function mayCopy(accountId: string): Promise<boolean> {
  const { db, clock } = services();
  return withinLimit(db, `copies ${accountId}`, COPIED, clock);
}
