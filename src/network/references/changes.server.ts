import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Row } from '#platform/journal/model.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { deleteRecord, restoreRecord, updateRecord } from '#platform/records/records.server.ts';
import type { Moved, ReferenceColumn, Unmoved } from './model.ts';
import { readRow, type References } from './queries.server.ts';

/** Two records of one kind: all that leads to `from` is to lead to `to`. */
export interface Move {
  kind: RecordKind;
  from: string;
  to: string;
}

/**
 * Moves every reference from one record to another, record by record, so that journal and pages follow. A record
 * that would say twice what is said already, or join the other with itself, goes and is remembered whole.
 */
export async function moveReferences(
  tx: Transaction,
  actor: Actor,
  references: References,
  move: Move,
): Promise<Moved> {
  const moved: Moved = { references: [], dropped: [] };
  const columns = references.columnsTo(move.kind);
  for (const { table, column, nullable } of columns) {
    for (const row of await rowsWith(tx, table, column, move.from)) {
      if (row.id === move.from) continue;
      if (row.id === move.to && nullable) {
        await write(tx, actor, { table, id: row.id, column }, null);
        continue;
      }
      const next = { ...row, [column]: move.to };
      if (joinsBoth(next, table, columns, move) || (await references.hasTwin(tx, table, next))) {
        await deleteRecord(tx, actor, table, row.id);
        moved.dropped.push({ table, row });
        continue;
      }
      await write(tx, actor, { table, id: row.id, column }, move.to);
      moved.references.push({ table, id: row.id, column });
    }
  }
  return moved;
}

/**
 * Moves back those of the references that still lead to `to`, and writes the records again that had to go.
 * @param complete gives a row whose references all resolve; null where one of them can't.
 * @returns what stays as it is, because it changed since
 */
export async function moveBack(
  tx: Transaction,
  actor: Actor,
  references: References,
  {
    from,
    to,
    moved,
    complete,
  }: Move & { moved: Moved; complete(table: string, row: Row): Promise<Row | null> },
): Promise<Unmoved[]> {
  const unmoved: Unmoved[] = [];
  for (const reference of moved.references.toReversed()) {
    const row = await readRow(tx, reference.table, reference.id);
    const next = row && { ...row, [reference.column]: from };
    if (!next || row[reference.column] !== to || (await references.hasTwin(tx, reference.table, next)))
      unmoved.push(reference);
    else await write(tx, actor, reference, from);
  }
  for (const { table, row } of moved.dropped.toReversed()) {
    const next = await complete(table, row);
    if (next === null || (await references.hasTwin(tx, table, next)))
      unmoved.push({ table, id: row.id, column: 'id' });
    else await restoreRecord(tx, actor, table, next as never);
  }
  return unmoved;
}

/** Whether a record says what two records are to one another, such as a link, and would lead from one to itself. */
function joinsBoth(
  row: Row,
  table: RecordKind,
  columns: readonly ReferenceColumn[],
  { from, to }: Move,
): boolean {
  // Where one of them may be empty, the record is more than the two: it stays, whoever it names twice.
  const own = columns.filter((column) => column.table === table && !column.nullable);
  return own.filter(({ column }) => row[column] === to || row[column] === from).length > 1;
}

async function rowsWith(
  tx: Transaction,
  table: string,
  column: string,
  id: string,
): Promise<(Row & { id: string })[]> {
  const { rows } = await sql<Row & { id: string }>`
    select * from ${sql.table(table)} where ${sql.ref(column)} = ${id} order by id`.execute(tx);
  return rows;
}

async function write(
  tx: Transaction,
  actor: Actor,
  { table, id, column }: { table: RecordKind; id: string; column: string },
  value: string | null,
): Promise<void> {
  await updateRecord(tx, actor, table, id, { [column]: value });
}
