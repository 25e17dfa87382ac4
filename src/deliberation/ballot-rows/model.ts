/** Ballots as they are read from files: numbers of people and statements become rows and columns. */
import type { Ballots } from '../votes/model.ts';

/** Ballots with the numbers of their rows and columns, both ascending. */
export interface NumberedBallots {
  ballots: Ballots;
  participants: Float64Array;
  statements: Float64Array;
  /** When each was cast, in milliseconds since 1970; null where that is not known. */
  times: Float64Array | null;
  /** When the first and the last were. */
  period: { first: number; last: number } | null;
}

/** Numbers up to here find their place without a search. */
const DIRECT = 4_000_000;

/** Gives each number a place, in the order in which they are first seen. */
class Places {
  readonly ids: number[] = [];
  #direct = new Int32Array(1_024);
  readonly #others = new Map<number, number>();

  of(id: number): number {
    const known = this.find(id);
    if (known >= 0) return known;
    this.ids.push(id);
    if (id >= DIRECT) this.#others.set(id, this.ids.length - 1);
    else {
      if (id >= this.#direct.length) this.#grow(id);
      this.#direct[id] = this.ids.length;
    }
    return this.ids.length - 1;
  }

  /** -1 for a number that has no place. */
  find(id: number): number {
    return id < DIRECT ? (this.#direct[id] ?? 0) - 1 : (this.#others.get(id) ?? -1);
  }

  #grow(id: number): void {
    const larger = new Int32Array(Math.min(DIRECT, Math.max(id + 1, this.#direct.length * 2)));
    larger.set(this.#direct);
    this.#direct = larger;
  }
}

type Typed = Int32Array | Int8Array | Float64Array;

/** A typed array that grows by parts, so that growing copies nothing. */
class Grown<T extends Typed> {
  readonly #make: (length: number) => T;
  #parts: T[] = [];
  #length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  push(value: number): void {
    const at = this.#length % PART;
    if (at === 0) this.#parts.push(this.#make(PART));
    this.#parts.at(-1)![at] = value;
    this.#length += 1;
  }

  /** All of it in one; the parts are given up. */
  taken(): T {
    const whole = this.#make(this.#length);
    this.#parts.reverse();
    for (let at = 0; at < this.#length; at += PART) {
      const part = this.#parts.pop()!;
      whole.set(part.subarray(0, this.#length - at), at);
    }
    return whole;
  }
}

const PART = 65_536;

/** Collects ballots one by one; numbers are whole and not negative. */
export class BallotRows {
  readonly #people = new Places();
  readonly #topics = new Places();
  readonly #participants = new Grown((length) => new Int32Array(length));
  readonly #statements = new Grown((length) => new Int32Array(length));
  readonly #votes = new Grown((length) => new Int8Array(length));
  #times: Grown<Float64Array> | null = null;
  readonly #period = { first: Infinity, last: -Infinity };

  /** @param time when it was cast, in milliseconds; either all ballots have one or none has */
  add(participant: number, statement: number, vote: number, time?: number): void {
    this.#participants.push(this.#people.of(participant));
    this.#statements.push(this.#topics.of(statement));
    this.#votes.push(vote);
    if (time === undefined) return;
    this.#times ??= new Grown((length) => new Float64Array(length));
    this.#times.push(time);
    if (time < this.#period.first) this.#period.first = time;
    if (time > this.#period.last) this.#period.last = time;
  }

  /** Makes room for somebody who has perhaps not voted. */
  participant(id: number): void {
    this.#people.of(id);
  }

  /** Makes room for a statement on which perhaps nobody voted. */
  statement(id: number): void {
    this.#topics.of(id);
  }

  get participants(): number {
    return this.#people.ids.length;
  }

  get statements(): number {
    return this.#topics.ids.length;
  }

  /** Everything that was collected, once: of two votes of a person on a statement the later one stands later. */
  taken(): NumberedBallots {
    const rows = ascending(this.#people.ids);
    const columns = ascending(this.#topics.ids);
    const ballots: Ballots = {
      participants: moved(this.#participants.taken(), rows.placeOf),
      statements: moved(this.#statements.taken(), columns.placeOf),
      votes: this.#votes.taken(),
    };
    const period = this.#times ? { ...this.#period } : null;
    const times = this.#times?.taken() ?? null;
    if (times) orderByTime(ballots, times, rows.ids.length, columns.ids.length);
    return { ballots, participants: rows.ids, statements: columns.ids, times, period };
  }
}

/** Numbers by size, and where each went. */
function ascending(ids: readonly number[]): { ids: Float64Array; placeOf: Int32Array } {
  const order = Int32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!);
  const placeOf = new Int32Array(ids.length);
  order.forEach((from, to) => (placeOf[from] = to));
  return { ids: Float64Array.from(order, (from) => ids[from]!), placeOf };
}

function moved(places: Int32Array, placeOf: Int32Array): Int32Array {
  for (let at = 0; at < places.length; at += 1) places[at] = placeOf[places[at]!]!;
  return places;
}

/**
 * Where a person's votes on a statement don't stand in the order of their times, they change places among themselves;
 * votes of the same time keep theirs.
 */
function orderByTime(ballots: Ballots, times: Float64Array, rows: number, columns: number): void {
  const { participants, statements, votes } = ballots;
  const starts = new Int32Array(rows + 1);
  for (const row of participants) starts[row + 1]! += 1;
  for (let row = 0; row < rows; row += 1) starts[row + 1]! += starts[row]!;
  const next = starts.slice();
  const own = new Int32Array(votes.length);
  for (let at = 0; at < votes.length; at += 1) own[next[participants[at]!]!++] = at;
  const seenBy = new Int32Array(columns).fill(-1);
  const seenAt = new Int32Array(columns);
  for (let row = 0; row < rows; row += 1) {
    const ofRow = own.subarray(starts[row], starts[row + 1]);
    const late = new Set<number>();
    for (const at of ofRow) {
      const column = statements[at]!;
      if (seenBy[column] === row && times[at]! < times[seenAt[column]!]!) late.add(column);
      seenBy[column] = row;
      seenAt[column] = at;
    }
    if (late.size > 0) reorder(ofRow, late, ballots, times);
  }
}

function reorder(ofRow: Int32Array, late: Set<number>, { statements, votes }: Ballots, times: Float64Array) {
  const slots = new Map<number, number[]>();
  for (const at of ofRow) {
    const column = statements[at]!;
    if (!late.has(column)) continue;
    const same = slots.get(column);
    if (same) same.push(at);
    else slots.set(column, [at]);
  }
  for (const same of slots.values()) {
    const cast = same.map((at) => ({ time: times[at]!, vote: votes[at]! })).sort((a, b) => a.time - b.time);
    same.forEach((at, index) => (votes[at] = cast[index]!.vote));
  }
}
