import type { Grant } from '../actor/actor.ts';
import type { TrilingualText } from '../locale/text.ts';

/**
 * Something an account owes, as a capability's queries tell it; pages put the duties of all of them into one list
 * and word each by its kind.
 */
export interface Duty {
  kind: DutyKind;
  /** When it falls due or began: an instant, or a calendar date as exact as it is known. */
  at: string;
  /** Where it is done, without locale. */
  href: string;
  /** What it is about: a name, a text in three languages, or a role. */
  about: string | TrilingualText | Grant;
}

export const dutyKinds = [
  'membership',
  'invitation',
  'role',
  'person-proposed',
  'programme',
  'announcement',
  'action',
  'commitment',
  'extension',
  'minutes',
  'minutes-answers',
  'addressees',
  'answer',
  'report',
  'report-confirmation',
  'report-returned',
  'reading',
  'handover',
  'handover-confirmation',
  'vacancy',
  'form',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Duties by date, the earliest first. */
export function byDate(duties: readonly Duty[]): Duty[] {
  return duties.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
