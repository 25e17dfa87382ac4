/** How many of a register's records a page shows that is not the register. */
const SHOWN = 20;

/** As many as are read to know whether there are more than are shown. */
export const READ = SHOWN + 1;

/** The first of a list that was read up to {@link READ}, and whether there are more. */
export function shortened<Row>(rows: readonly Row[]): { rows: Row[]; more: boolean } {
  return { rows: rows.slice(0, SHOWN), more: rows.length > SHOWN };
}
