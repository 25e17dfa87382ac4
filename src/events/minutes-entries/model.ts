import type { Trilingual } from '#platform/locale/text.ts';

/** What rapporteurs note. An action has an owner and a date; a quotation is published with its speaker's consent. */
export const entryKinds = [
  'key-point',
  'question',
  'decision',
  'conclusion',
  'recommendation',
  'action',
  'quotation',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a rapporteur writes of an entry. */
export interface EntryContent extends Trilingual<'text'> {
  kind: EntryKind;
  /** Where it stands among the others: compared by code units, then by id (`fractional-indexing`). */
  rank: string;
  /** Who carries an action, in the words of the room; the records it names are beside it. */
  owner: string | null;
  organisation_id: string | null;
  person_id: string | null;
  /** A date known to the day. */
  due_on: string | null;
  /** Who is quoted, and whether that person agreed to be quoted by name. */
  speaker: string | null;
  consent: 0 | 1;
  /** An entry that was taken out stays, so that it can come back. */
  removed: 0 | 1;
}

export type EntryField = keyof EntryContent;

/** Fields whose texts are both kept where two rapporteurs change them at once. */
export const contestedFields = ['text_fr', 'text_ar', 'text_en', 'owner', 'speaker', 'due_on'] as const;
export type ContestedField = (typeof contestedFields)[number];

export function isContested(field: EntryField): field is ContestedField {
  return (contestedFields as readonly string[]).includes(field);
}

/** The words that say who an entry is about, where its kind has such words. */
const namingWords: Partial<Record<EntryKind, 'owner' | 'speaker'>> = {
  action: 'owner',
  quotation: 'speaker',
};

/** Whom an entry names: in words, and the records that these words mean. */
export type Named = Pick<EntryContent, 'owner' | 'organisation_id' | 'person_id'>;

/**
 * Whom an entry names by its kind. An entry that was of another kind keeps the words it had: the records stand for the
 * words of one kind only.
 */
export function namedBy(entry: Named & Pick<EntryContent, 'kind' | 'speaker'>): Named {
  const words = namingWords[entry.kind];
  if (!words) return { owner: null, organisation_id: null, person_id: null };
  const isTheirs = entry[words] !== null || entry[words === 'owner' ? 'speaker' : 'owner'] === null;
  const { organisation_id, person_id } = entry;
  return {
    owner: entry[words],
    organisation_id: isTheirs ? organisation_id : null,
    person_id: isTheirs ? person_id : null,
  };
}

/** What another kind changes of an entry: records that were named in other words are not those of its words. */
export function kindChange(
  entry: Pick<EntryContent, 'kind' | 'owner' | 'speaker'>,
  kind: EntryKind,
): Partial<EntryContent> {
  const words = namingWords[kind];
  const others = words === 'owner' ? 'speaker' : 'owner';
  const isOthers =
    words !== undefined && kind !== entry.kind && entry[words] !== null && entry[others] !== null;
  return { kind, ...(isOthers && { organisation_id: null, person_id: null }) };
}

/** An entry that nothing has been written in yet. */
export const emptyEntry: EntryContent = {
  kind: 'key-point',
  rank: '',
  text_fr: null,
  text_ar: null,
  text_en: null,
  text_original: 'fr',
  owner: null,
  organisation_id: null,
  person_id: null,
  due_on: null,
  speaker: null,
  consent: 0,
  removed: 0,
};

/** An entry as the node holds it. */
export interface MinutesEntryRow extends EntryContent {
  /** Given by the device it was begun on. */
  id: string;
  minutes_id: string;
  /** Grows by one with each operation that changed it. */
  version: number;
  /** The sequence of its minutes when it last changed. */
  sequence: number;
  begun_at: string;
  changed_at: string;
}

/** How an operation ended. `late`: it came when the minutes no longer take any, and is kept beside them. */
export const operationOutcomes = ['applied', 'rival', 'kept', 'unchanged', 'late', 'refused'] as const;
export type OperationOutcome = (typeof operationOutcomes)[number];

/** One operation, as it was asked and as it ended. Rows are only ever added. */
export interface MinutesOperationRow {
  /** Given by the device, so that an operation sent twice is done once. */
  id: string;
  minutes_id: string;
  entry_id: string;
  sequence: number;
  /** The version it made; null where it changed nothing. */
  version: number | null;
  device_id: string;
  account_id: string;
  /** When it was written, by the node's clock as far as the device's clock could be corrected. */
  written_at: string;
  received_at: string;
  outcome: OperationOutcome;
  /** JSON of the fields it set. */
  asked: string;
  /** JSON of the fields it changed. */
  changed: string;
  /** JSON of the whole entry after it; null where it changed nothing. */
  content: string | null;
}

/** A text that met another in the same field: both stand until a person chooses. */
export interface MinutesRivalRow {
  id: string;
  minutes_id: string;
  entry_id: string;
  sequence: number;
  field: ContestedField;
  value: string | null;
  device_id: string;
  account_id: string;
  written_at: string;
  /** Who chose, and when; null while both texts stand. */
  settled_by: string | null;
  settled_at: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes_entries: MinutesEntryRow;
    minutes_operations: MinutesOperationRow;
    minutes_rivals: MinutesRivalRow;
  }
}

/** Entries in their order. Two that were put in the same place at once stand in the order of their ids. */
export function entriesInOrder<Entry extends { id: string; rank: string }>(
  entries: Iterable<Entry>,
): Entry[] {
  return [...entries].sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
