import { generateKeyBetween } from 'fractional-indexing';
import {
  emptyEntry,
  entriesInOrder,
  type EntryContent,
  type MinutesEntryRow,
  type MinutesRivalRow,
  type OperationOutcome,
} from '../minutes-entries/model.ts';
import type { Operation } from '../minutes-merge/model.ts';
import type { MinutesStatus } from '../minutes/model.ts';

/** An entry as a device knows it. */
export type KnownEntry = EntryContent & Pick<MinutesEntryRow, 'id' | 'version'>;

/** A rival that no one has chosen about, as a device knows it. */
export type KnownRival = Pick<MinutesRivalRow, 'id' | 'entry_id' | 'field' | 'value' | 'written_at'> & {
  /** Who wrote it, by name; empty once names were wiped. */
  by: string;
  mine: boolean;
};

/** Who else has the minutes open, and which entry they are in. */
export interface Writer {
  name: string;
  entry: string | null;
}

/** What the node answers a device. */
export interface Answer {
  /** What the device asks from the next time. */
  sequence: number;
  status: MinutesStatus;
  edition: number;
  entries: KnownEntry[];
  /** Rivals that changed since; those with `settled` are over. */
  rivals: (KnownRival & { settled: boolean })[];
  outcomes: { id: string; outcome: OperationOutcome; reason?: string }[];
  writers: Writer[];
}

/** What a device sends. */
export interface Request {
  device: string;
  since: number;
  /** The device's clock as it sends, so that the node can tell how wrong it is. */
  sentAt: string;
  /** The entry the person is in. */
  entry: string | null;
  operations: Operation[];
}

/** An operation that the node would not take, with why; its text is still here. */
export interface Returned {
  operation: Operation;
  outcome: 'late' | 'refused';
  reason?: string;
}

/**
 * The minutes of one session as one device holds them: what the node said, and what was written since. Plain data, to
 * be kept as it is on the device.
 */
export interface Replica {
  minutes: string;
  device: string;
  status: MinutesStatus;
  edition: number;
  sequence: number;
  entries: Record<string, KnownEntry>;
  rivals: Record<string, KnownRival>;
  /** In the order they were written; the first `inFlight` of them may have arrived, and are only sent again unchanged. */
  pending: Operation[];
  inFlight: number;
  returned: Returned[];
}

export function newReplica(minutes: string, device: string): Replica {
  return {
    minutes,
    device,
    status: 'open',
    edition: 1,
    sequence: 0,
    entries: {},
    rivals: {},
    pending: [],
    inFlight: 0,
    returned: [],
  };
}

/** The most operations of one request. */
export const REQUEST_MOST = 200;

/** The most bytes of them that go at once, so that a slow line carries a request in time; one operation goes whole. */
const REQUEST_BYTES = 200_000;

/**
 * Writes some fields of an entry. What was already written of it and not sent yet becomes one operation with it, so
 * that an hour without a network leaves as few as there are entries.
 * @param id for the operation, if it becomes one of its own
 */
export function write(
  replica: Replica,
  entry: string,
  set: Partial<EntryContent>,
  { id, at, settles }: { id: string; at: string; settles?: string },
): Replica {
  const index = replica.pending.findLastIndex(
    (operation, place) => place >= replica.inFlight && operation.entry === entry && !operation.settles,
  );
  const waiting = replica.pending[index];
  if (waiting && !settles) {
    const joined = { ...waiting, set: { ...waiting.set, ...set }, writtenAt: at };
    return { ...replica, pending: replica.pending.with(index, joined) };
  }
  const base = replica.entries[entry]?.version ?? 0;
  const operation: Operation = { id, entry, base, set, writtenAt: at, ...(settles && { settles }) };
  const rivals = settles ? without(replica.rivals, [settles]) : replica.rivals;
  return { ...replica, rivals, pending: [...replica.pending, operation] };
}

/**
 * A replica as a page takes it up that the device kept of an earlier one. Any of its operations may have been sent
 * after it was kept, so none of them may be changed any more.
 */
export function resume(replica: Replica): Replica {
  return { ...replica, inFlight: replica.pending.length };
}

/** What is to be sent now, and the replica that knows it is on its way. Nothing to send is a request as well. */
export function send(
  replica: Replica,
  at: string,
  entry: string | null,
): { replica: Replica; request: Request } {
  const count = fitting(replica.pending.slice(0, Math.min(REQUEST_MOST, replica.inFlight || REQUEST_MOST)));
  return {
    replica: { ...replica, inFlight: Math.max(count, replica.inFlight) },
    request: {
      device: replica.device,
      since: replica.sequence,
      sentAt: at,
      entry,
      operations: replica.pending.slice(0, count),
    },
  };
}

function fitting(operations: readonly Operation[]): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  const over = operations.findIndex((operation) => {
    bytes += encoder.encode(JSON.stringify(operation)).length;
    return bytes > REQUEST_BYTES;
  });
  return over < 0 ? operations.length : Math.max(1, over);
}

/** What the node answered. An operation without an outcome stays, to be sent again. */
export function receive(replica: Replica, answer: Answer): Replica {
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]));
  const returned = replica.pending.flatMap((operation): Returned[] => {
    const found = outcomes.get(operation.id);
    if (found?.outcome !== 'late' && found?.outcome !== 'refused') return [];
    return [{ operation, outcome: found.outcome, ...(found.reason && { reason: found.reason }) }];
  });
  const entries = { ...replica.entries };
  // An answer that was overtaken by a later one brings nothing back.
  for (const entry of answer.entries)
    if ((entries[entry.id]?.version ?? 0) <= entry.version) entries[entry.id] = entry;
  const open = answer.rivals.filter(({ settled }) => !settled);
  const over = answer.rivals.filter(({ settled }) => settled).map(({ id }) => id);
  return {
    ...replica,
    status: answer.status,
    edition: answer.edition,
    sequence: Math.max(replica.sequence, answer.sequence),
    entries,
    rivals: without(
      { ...replica.rivals, ...Object.fromEntries(open.map((rival) => [rival.id, rival])) },
      over,
    ),
    pending: replica.pending.filter(({ id }) => !outcomes.has(id)),
    inFlight: replica.pending.slice(0, replica.inFlight).filter(({ id }) => !outcomes.has(id)).length,
    returned: [...replica.returned, ...returned],
  };
}

/** The entries as the person sees them: what the node said, with what was written since over it. */
export function view(replica: Replica): KnownEntry[] {
  const entries = new Map(Object.entries(replica.entries));
  for (const { entry, set } of replica.pending) {
    const known = entries.get(entry) ?? { ...emptyEntry, id: entry, version: 0 };
    const wanted = known.removed === 1 && set.removed === undefined ? { removed: 0 as const } : {};
    entries.set(entry, { ...known, ...wanted, ...set });
  }
  return entriesInOrder(entries.values());
}

/**
 * The rank of a place between two entries, null at an end. Two devices may have put entries in the same place: where
 * both neighbours bear one rank, the place is after all that bear it.
 * @param entries in their order
 * @param index how many of them stand before the place
 */
export function rankAt(entries: readonly Pick<KnownEntry, 'rank'>[], index: number): string {
  const before = entries[index - 1]?.rank ?? null;
  const after = entries.slice(index).find(({ rank }) => before === null || rank > before)?.rank ?? null;
  return generateKeyBetween(before, after);
}

function without<Value>(from: Record<string, Value>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([id]) => !ids.includes(id)));
}
