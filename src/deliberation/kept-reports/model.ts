/** Reports as they are read from where they are kept: those of earlier versions as well tell nothing of a few. */
import { isTooFew, type ReportData, type ReportGroup } from '../reports/model.ts';
import { FEWEST_SHOWN, seen, type Votes } from '../told-votes/model.ts';

const NONE: Votes = [0, 0, 0];

/**
 * What may still be told of a report that was kept. Where fewer than five people voted, nothing of their votes; no map of
 * fewer than five; no size of a group of fewer than five; no answers of fewer than five, nor those of others to the same
 * statement that they would follow from. Sums of ballots that weigh differently, as earlier reports hold them, are left
 * out: the files, sent again, tell them. Of a report that holds no such thing it is what was kept.
 */
export function guarded(data: ReportData): ReportData {
  if (isTooFew(data)) return withoutVotes(data);
  const isUnsure = data.weighted && data.tenths === undefined;
  const small = new Set(data.groups.flatMap(({ people }, group) => (isEnough(people) ? [] : [group])));
  const statements = data.statements.map((statement) => {
    const isTold = !isUnsure && seen(statement.votes) >= FEWEST_SHOWN;
    return isTold ? statement : { ...statement, votes: NONE };
  });
  const isTold = (statement: number) =>
    statements[statement] !== undefined && seen(statements[statement].votes) > 0;
  const isExposed = exposedIn(data, small);
  const isGrouped = (statement: number) => isTold(statement) && !isExposed(statement);
  return {
    ...data,
    map: data.counts.placed < FEWEST_SHOWN ? null : data.map,
    groups: data.groups.map((group): ReportGroup => {
      const says = group.says.filter(({ statement }) => isGrouped(statement));
      const withheld = group.withheld === true || says.length < group.says.length;
      if (isEnough(group.people)) return { ...group, says, ...(withheld && { withheld }) };
      const { weight: _, ...kept } = group;
      return { ...kept, people: null, says: [], withheld };
    }),
    unites: data.unites
      .filter(({ statement }) => isTold(statement))
      .map((one) =>
        isExposed(one.statement) ? { ...one, everywhere: false, groups: one.groups.map(() => null) } : one,
      ),
    divides: data.divides.filter(({ statement }) =>
      data.groups.length > 0 ? isGrouped(statement) : isTold(statement),
    ),
    breakdowns: data.breakdowns.map((breakdown) => ({
      ...breakdown,
      statements: breakdown.statements.filter(
        ({ statement, cells, rest }) =>
          isTold(statement) && !leavesFew(data, statements[statement]!.votes, [...cells, rest]),
      ),
    })),
    statements,
  };
}

function isEnough(people: number | null): boolean {
  return people !== null && people >= FEWEST_SHOWN;
}

function withoutVotes({ sureness: _, ...data }: ReportData): ReportData {
  return {
    ...data,
    verdict: 'few',
    groups: [],
    map: null,
    unites: [],
    divides: [],
    uncounted: [],
    fewVotes: [],
    breakdowns: [],
    statements: data.statements.map((statement) => ({ ...statement, votes: NONE })),
  };
}

/** Whether what groups answer to a statement tells what fewer than five people answer. */
function exposedIn(data: ReportData, small: ReadonlySet<number>): (statement: number) => boolean {
  const exposed = new Set<number>();
  const look = (statement: number, groups: readonly (Votes | null)[]) => {
    const total = data.statements[statement]?.votes ?? NONE;
    const isOfSmall = groups.some((votes, group) => small.has(group) && votes !== null && seen(votes) > 0);
    if (isOfSmall || leavesFew(data, total, groups)) exposed.add(statement);
  };
  for (const { statement, groups } of [...data.unites, ...data.divides]) look(statement, groups);
  data.groups.forEach(({ says }, group) => {
    for (const { statement, own, others, groups } of says) {
      const total = data.statements[statement]?.votes ?? NONE;
      look(statement, groups ?? data.groups.map((_, other) => (other === group ? own : null)));
      if (leavesFew(data, total, [own, others])) exposed.add(statement);
    }
  });
  return (statement) => exposed.has(statement);
}

/** Whether a cell is of fewer than five, or so few are what cells leave of the total. */
function leavesFew({ tenths }: ReportData, total: Votes, cells: readonly (Votes | null)[]): boolean {
  const sizes = cells.flatMap((votes) => (votes ? [seen(votes)] : []));
  const few = (count: number) => count > 0 && count < FEWEST_SHOWN;
  const left = seen(total) - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.some(few) || (!tenths && sizes.length > 0 && few(left));
}
