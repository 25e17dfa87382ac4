/** Debates for tests of reports: votes by rows, and groups as they are given. */
import { analyse, type Analysis } from '../../src/deliberation/analyses/model.ts';
import { groupTallies } from '../../src/deliberation/tallies/model.ts';
import { voteMatrix, type VoteMatrix } from '../../src/deliberation/votes/model.ts';

export const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: 100 + at, text: `T${at}` }));

/** Votes of a row for each person, of a column for each statement. */
export function of(rows: number[][]): VoteMatrix {
  const cells = rows.flatMap((row, person) => row.map((vote, statement) => ({ person, statement, vote })));
  return voteMatrix(
    {
      participants: Int32Array.from(cells, ({ person }) => person),
      statements: Int32Array.from(cells, ({ statement }) => statement),
      votes: Int8Array.from(cells, ({ vote }) => vote),
    },
    { participants: rows.length, statements: rows[0]?.length ?? 8 },
  );
}

/** An analysis that found these groups, each of which says something of every statement. */
export function grouped(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  k: number,
  weights?: Float64Array,
): Analysis {
  const analysis = analyse(matrix);
  const { agree, disagree, pass } = groupTallies(matrix, groupOf, k, weights);
  const of = (all: Float64Array, group: number) =>
    all.slice(group * matrix.statements, (group + 1) * matrix.statements);
  const representative = Array.from({ length: matrix.statements }, (_, statement) => ({
    statement,
    for: 'agree' as const,
  })) as unknown as Analysis['groups'][number]['representative'];
  const groups = Array.from({ length: k }, (_, group) => ({
    size: groupOf.filter((one) => one === group).length,
    weight: 1,
    centre: { x: 0, y: 0 },
    agree: of(agree, group),
    disagree: of(disagree, group),
    pass: of(pass, group),
    representative,
  }));
  return { ...analysis, k, groupOf, groups, stability: { ...analysis.stability, verdict: 'clear' } };
}
