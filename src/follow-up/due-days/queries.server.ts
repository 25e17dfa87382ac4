import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

/** After every day there is: what indexes of registers have where a row is due on none. */
const NEVER = sql.lit('9999');

/** The day on which rows of a register are due, as its index has it. */
export function dueDayOf(register: 'commitments' | 'recommendations'): RawBuilder<string> {
  return sql<string>`coalesce(${sql.ref(`${register}.due_on`)}, ${NEVER})`;
}

/** Whether there is no day on which a row is due. */
export function isUndated(dueDay: RawBuilder<string>): Expression<SqlBool> {
  return sql<SqlBool>`${dueDay} = ${NEVER}`;
}

/** Whether a row is due within a period, its days included; what has no day lies in none. */
export function isDueWithin(
  dueDay: RawBuilder<string>,
  { from = '', to }: { from?: string | undefined; to?: string | undefined },
): Expression<SqlBool> {
  const until = to === undefined ? sql`` : sql` and ${dueDay} <= ${to}`;
  return sql<SqlBool>`(${dueDay} >= ${from} and ${dueDay} < ${NEVER}${until})`;
}
