/** Votes as an engine reads them: numbers for people and statements, in typed arrays. */

/** Votes in the order in which they were cast; a later one of the same person on the same statement replaces it. */
export interface Ballots {
  /** Row of each vote's participant, from 0. */
  participants: Int32Array;
  /** Column of each vote's statement, from 0. */
  statements: Int32Array;
  /** 1 agree, 0 pass, -1 disagree. */
  votes: Int8Array;
}

/** Ballots with the identifiers that stand for rows and columns. */
export interface LabelledBallots<P, S> {
  ballots: Ballots;
  /** The participant of each row, in the order of identifiers. */
  participants: P[];
  /** The statement of each column, in the order of identifiers. */
  statements: S[];
}

/** The last vote of each participant on each statement, sparse: compressed rows, within a row columns ascend. */
export interface VoteMatrix {
  participants: number;
  statements: number;
  /** Where each row begins in `columns` and `values`; one more entry says where the last one ends. */
  rowStarts: Int32Array;
  columns: Int32Array;
  values: Int8Array;
}

/** Votes by statement. */
export interface Tallies {
  agree: Int32Array;
  disagree: Int32Array;
  pass: Int32Array;
}

/**
 * Gives people and statements their rows and columns: identifiers in order, numbers by size, texts by code unit.
 * @param statements also those on which nobody voted, where they are known
 */
export function labelled<P extends number | string, S extends number | string>(
  cast: readonly { participant: P; statement: S; vote: number }[],
  statements: readonly S[] = [],
): LabelledBallots<P, S> {
  const people = inOrder(cast.map(({ participant }) => participant));
  const all = inOrder([...cast.map(({ statement }) => statement), ...statements]);
  const rowOf = new Map(people.map((id, row) => [id, row]));
  const columnOf = new Map(all.map((id, column) => [id, column]));
  return {
    ballots: {
      participants: Int32Array.from(cast, ({ participant }) => rowOf.get(participant)!),
      statements: Int32Array.from(cast, ({ statement }) => columnOf.get(statement)!),
      votes: Int8Array.from(cast, ({ vote }) => vote),
    },
    participants: people,
    statements: all,
  };
}

function inOrder<T extends number | string>(ids: T[]): T[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The last votes of ballots.
 * @param size how many rows and columns there are, where some have no vote at all
 * @throws RangeError on a vote that is none, or a row or column outside the matrix
 */
export function voteMatrix(
  ballots: Ballots,
  size: { participants?: number; statements?: number } = {},
): VoteMatrix {
  const { participants, statements, votes } = ballots;
  if (participants.length !== votes.length || statements.length !== votes.length)
    throw new RangeError('Ballots have as many participants and statements as votes.');
  const rows = Math.max(size.participants ?? 0, greatest(participants) + 1);
  const columns = Math.max(size.statements ?? 0, greatest(statements) + 1);
  return fromBallots(ballots, rows, columns);
}

/** The matrix after further votes; rows and columns keep their places, new ones come after them. */
export function withVotes(matrix: VoteMatrix, more: Ballots): VoteMatrix {
  const added = voteMatrix(more, matrix);
  const { participants, statements } = added;
  const rowStarts = new Int32Array(participants + 1);
  const columns = new Int32Array(matrix.columns.length + added.columns.length);
  const values = new Int8Array(columns.length);
  let end = 0;
  for (let row = 0; row < participants; row += 1) {
    let old = row < matrix.participants ? matrix.rowStarts[row]! : 0;
    const oldEnd = row < matrix.participants ? matrix.rowStarts[row + 1]! : 0;
    let next = added.rowStarts[row]!;
    const nextEnd = added.rowStarts[row + 1]!;
    while (old < oldEnd || next < nextEnd) {
      const oldColumn = old < oldEnd ? matrix.columns[old]! : statements;
      const nextColumn = next < nextEnd ? added.columns[next]! : statements;
      const replaced = nextColumn <= oldColumn;
      columns[end] = replaced ? nextColumn : oldColumn;
      values[end] = replaced ? added.values[next]! : matrix.values[old]!;
      if (oldColumn <= nextColumn) old += 1;
      if (replaced) next += 1;
      end += 1;
    }
    rowStarts[row + 1] = end;
  }
  return {
    participants,
    statements,
    rowStarts,
    columns: columns.slice(0, end),
    values: values.slice(0, end),
  };
}

/** How many last votes agree, disagree and pass, by statement. */
export function lastTallies({ statements, columns, values }: VoteMatrix): Tallies {
  return counted(statements, columns, values);
}

/** How many votes agreed, disagreed and passed as they were cast, those included that were replaced later. */
export function rawTallies({ statements, votes }: Ballots, columns: number): Tallies {
  return counted(columns, statements, votes);
}

/** How many statements each participant has a last vote on. */
export function votesCast({ participants, rowStarts }: VoteMatrix): Int32Array {
  const cast = new Int32Array(participants);
  for (let row = 0; row < participants; row += 1) cast[row] = rowStarts[row + 1]! - rowStarts[row]!;
  return cast;
}

function counted(statements: number, columns: Int32Array, values: Int8Array): Tallies {
  const agree = new Int32Array(statements);
  const disagree = new Int32Array(statements);
  const pass = new Int32Array(statements);
  for (let at = 0; at < values.length; at += 1) {
    const into = values[at] === 1 ? agree : values[at] === -1 ? disagree : pass;
    into[columns[at]!]! += 1;
  }
  return { agree, disagree, pass };
}

/** Least first is checked here as well: an index below 0 would be lost in a typed array without a word. */
function greatest(indices: Int32Array): number {
  let most = -1;
  for (const index of indices) {
    if (index < 0) throw new RangeError(`${index} is no row or column.`);
    if (index > most) most = index;
  }
  return most;
}

/** Sorts by column, then by row, keeping the order of casting, and takes the last of equals. */
function fromBallots(
  { participants, statements, votes }: Ballots,
  rows: number,
  columns: number,
): VoteMatrix {
  const byColumn = ordered(statements, columns);
  const rowStarts = starts(participants, rows);
  const place = rowStarts.slice();
  const sortedColumns = new Int32Array(votes.length);
  const sortedValues = new Int8Array(votes.length);
  for (const at of byColumn) {
    const vote = votes[at]!;
    if (vote < -1 || vote > 1) throw new RangeError(`${vote} is no vote.`);
    const to = place[participants[at]!]!++;
    sortedColumns[to] = statements[at]!;
    sortedValues[to] = vote;
  }
  let end = 0;
  const kept = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at += 1) {
      const last = at + 1 === rowStarts[row + 1]! || sortedColumns[at + 1] !== sortedColumns[at];
      if (!last) continue;
      sortedColumns[end] = sortedColumns[at]!;
      sortedValues[end] = sortedValues[at]!;
      end += 1;
    }
    kept[row + 1] = end;
  }
  return {
    participants: rows,
    statements: columns,
    rowStarts: kept,
    columns: sortedColumns.slice(0, end),
    values: sortedValues.slice(0, end),
  };
}

/** Positions in the order of their keys, equal keys in the order they came (a counting sort). */
function ordered(keys: Int32Array, count: number): Int32Array {
  const place = starts(keys, count);
  const order = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) order[place[keys[at]!]!++] = at;
  return order;
}

function starts(keys: Int32Array, count: number): Int32Array {
  const begins = new Int32Array(count + 1);
  for (const key of keys) begins[key + 1]! += 1;
  for (let key = 0; key < count; key += 1) begins[key + 1]! += begins[key]!;
  return begins;
}
