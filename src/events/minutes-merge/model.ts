import {
  emptyEntry,
  isContested,
  type ContestedField,
  type EntryContent,
  type EntryField,
  type OperationOutcome,
} from '../minutes-entries/model.ts';

/** What a device asks for: some fields of one entry, as they stand in front of the person who writes. */
export interface Operation {
  /** Given once by the device; an operation that is sent again is not done again. */
  id: string;
  entry: string;
  /** The version of the entry that the device knew; 0 where it began the entry. */
  base: number;
  set: Partial<EntryContent>;
  /** When it was written, by the device's own clock. */
  writtenAt: string;
  /** A rival that the person chose about; `set` then holds the field as chosen. */
  settles?: string;
}

/** What an operation that came before changed. */
export interface EarlierChange {
  /** The version it made. */
  version: number;
  device: string;
  changed: Partial<EntryContent>;
}

/** A text that met another one in its field. */
export interface Rival {
  id: string;
  field: ContestedField;
  value: string | null;
  device: string;
  settled: boolean;
}

export interface Merged {
  outcome: Exclude<OperationOutcome, 'late' | 'refused'>;
  /** The fields that take another value; empty where none does. */
  changed: Partial<EntryContent>;
  /** Texts that met another one: new, or in place of what the same device had there. */
  rivals: { id: string | null; field: ContestedField; value: string | null }[];
  /** Rivals that are settled by it. */
  settled: string[];
}

/**
 * Brings one operation into an entry. A field is written where nobody else changed it since the version that the
 * device knew, its own earlier changes not counted: their answer may have been lost on the way. Where somebody did, a
 * text stands beside theirs as a rival, an order or a kind is the last one's, consent is given only where both gave it,
 * and an entry that one removed while another wrote in it stays.
 * @param current the entry as it stands, null where there is none yet
 * @param history what was applied to it, in order: at least what came after the operation's base, and all of it
 *   where the operation settles a rival
 * @param rivals those of this entry
 */
export function merge(
  current: EntryContent | null,
  history: readonly EarlierChange[],
  rivals: readonly Rival[],
  device: string,
  operation: Operation,
): Merged {
  const entry = current ?? emptyEntry;
  const others = history.filter((change) => change.version > operation.base && change.device !== device);
  const merged: Merged = { outcome: 'unchanged', changed: {}, rivals: [], settled: [] };
  const chosen = rivals.find(({ id, settled }) => id === operation.settles && !settled);
  for (const field of Object.keys(operation.set) as EntryField[]) {
    if (field === 'organisation_id' || field === 'person_id') continue;
    const value = operation.set[field] as never;
    const differs = entry[field] !== value;
    const touched = differs && others.some(({ changed }) => field in changed);
    const put = () => {
      if (differs) merged.changed[field] = value;
    };
    if (isContested(field)) {
      const own = rivals.find((rival) => rival.field === field && rival.device === device && !rival.settled);
      const late = operation.settles !== undefined && !chosen;
      if (late && stoodBefore(history, rivals, field, value)) continue;
      if (own && own !== chosen) standBeside(merged, own, value, entry[field]);
      else if (touched || (late && differs)) merged.rivals.push({ id: null, field, value });
      else put();
    } else if (field === 'consent' && touched) {
      if (value === 0) put();
    } else if (field === 'removed' && value === 1 && others.some(({ changed }) => writes(changed))) {
      merged.outcome = 'kept';
    } else put();
  }
  putReferences(merged, entry, others, operation.set);
  if (chosen) merged.settled.push(chosen.id);
  // Whoever writes in an entry that somebody took out wants it there.
  if (entry.removed === 1 && writes(operation.set) && operation.set.removed !== 1) merged.changed.removed = 0;
  if (merged.rivals.length > 0) merged.outcome = 'rival';
  else if (merged.outcome === 'unchanged' && (!current || merged.settled.length > 0 || changesAny(merged)))
    merged.outcome = 'applied';
  return merged;
}

/**
 * The records that an operation names go with its words: where these do not stand, neither do the records. Whoever wrote
 * the same words without naming anybody takes nobody away.
 */
function putReferences(
  merged: Merged,
  entry: EntryContent,
  others: readonly EarlierChange[],
  set: Partial<EntryContent>,
): void {
  const words = (['owner', 'speaker'] as const).filter((field) => field in set);
  if (words.some((field) => ({ ...entry, ...merged.changed })[field] !== set[field])) return;
  const isSameWords = words.length > 0 && words.every((field) => entry[field] === set[field]);
  for (const field of ['organisation_id', 'person_id'] as const) {
    const value = set[field];
    if (value === undefined || value === entry[field]) continue;
    const wasNamed = value === null && others.some(({ changed }) => changed[field]);
    if (!(isSameWords && wasNamed)) merged.changed[field] = value;
  }
}

/** Another text for the rival that its device has there already; having come to agree settles it. */
function standBeside(merged: Merged, own: Rival, value: string | null, standing: string | null): void {
  if (value === standing) merged.settled.push(own.id);
  else if (value !== own.value) merged.rivals.push({ id: own.id, field: own.field, value });
}

/**
 * Where two people choose about one rival, the first choice stands, unless the second wrote a text of its own for it:
 * one that stood nowhere before.
 */
function stoodBefore(
  history: readonly EarlierChange[],
  rivals: readonly Rival[],
  field: ContestedField,
  value: string | null,
): boolean {
  return (
    history.some(({ changed }) => changed[field] === value) ||
    rivals.some((rival) => rival.field === field && rival.value === value)
  );
}

function changesAny({ changed }: Merged): boolean {
  return Object.keys(changed).length > 0;
}

/** Whether a change is one of words, not of place. */
function writes(changed: Partial<EntryContent>): boolean {
  return (Object.keys(changed) as EntryField[]).some((field) => field !== 'rank' && field !== 'removed');
}
