import type { EntryKind } from '#events/minutes-entries/model.ts';
import type { ItemKind, Part } from '#events/programme/model.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { spaced, type FullText } from '../../text.ts';

/** Rooms of the house of exercise, in the order of their keys. */
export type Room = 'amphitheatre' | 'north' | 'south';

/** What a programme item of the workshop says; its people are drawn from those of the exercise. */
export interface ItemEntry {
  anchor: string;
  kind: ItemKind;
  number?: number;
  /** Counted from 1. */
  day: 1 | 2;
  startsAt: string;
  endsAt: string;
  room?: Room;
  title: FullText;
  abstract?: FullText;
  /** What somebody does in it, one for each person. */
  people: readonly Part[];
}

/** Words of a note, in the languages that it was written and translated in. */
export type Words = Partial<Record<Locale, string>>;

/** What a rapporteur noted. */
export interface Noted {
  kind: EntryKind;
  words: Words;
  /** By what the board refers to it. */
  key?: string;
  /** The slug of the organisation that carries it. */
  owner?: string;
  /** By how many days after the workshop it is due. */
  within?: number;
  /** Who is quoted: a place among the people of the session. */
  speaker?: number;
  consent?: boolean;
}

/** A session with what its minutes hold. */
export interface SessionEntry extends Omit<ItemEntry, 'anchor' | 'kind' | 'people'> {
  number: number;
  /** In which language its rapporteur wrote. */
  language: Locale;
  people?: readonly Part[];
  notes: readonly Noted[];
}

type Kept = Omit<Noted, 'kind' | 'words'>;
const noted =
  (kind: EntryKind) =>
  (words: Words, kept: Kept = {}): Noted => ({
    kind,
    words: { ...words, ...(words.fr && { fr: spaced(words.fr) }) },
    ...kept,
  });

export const keyPoint = noted('key-point');
export const question = noted('question');
export const decision = noted('decision');
export const conclusion = noted('conclusion');
export const recommendation = noted('recommendation');
export const action = noted('action');
export const quotation = noted('quotation');
