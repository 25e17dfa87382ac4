import type { TrilingualText } from '#platform/locale/text.ts';

/** The days of a first week, by what each is for. */
export const weekDays = ['settle', 'due', 'answer', 'report', 'together'] as const;
export type WeekDay = (typeof weekDays)[number];

/** What there is to read or do. */
export const stepKinds = [
  'file',
  'institution',
  'notices',
  'first-due',
  'commitment',
  'no-commitment',
  'answer',
  'no-answer',
  'returned',
  'begun',
  'write',
  'decide',
  'no-report',
  'colleague',
  'alternate',
  'work',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step of a first week: a page of the node, what record it is about, and whether the records say that it is done. */
export interface WeekStep {
  kind: StepKind;
  /** An address without locale. */
  href: string;
  about?: TrilingualText;
  /** The day it is due, or the last of its period. */
  on?: string;
  /** Null where no record tells: reading leaves none. */
  done: boolean | null;
}

export type FirstWeek = Record<WeekDay, WeekStep[]>;
