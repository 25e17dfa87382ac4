import { expect, it } from 'vitest';
import { grouped, of, texts } from '../../../tests/support/debate-rooms.ts';
import { reportOf, type ReportData } from '../reports/model.ts';
import { guarded } from './model.ts';

const rows = (...sizes: number[]) =>
  sizes.flatMap((size, group) =>
    Array.from({ length: size }, () => Array<number>(8).fill(group % 2 ? -1 : 1)),
  );
const room = (sizes: number[], weights?: Float64Array) => {
  const matrix = of(rows(...sizes));
  const groupOf = Int32Array.from(sizes.flatMap((size, group) => Array<number>(size).fill(group)));
  return reportOf(grouped(matrix, groupOf, sizes.length, weights), texts(8), { weights });
};
const kept = (data: ReportData) => JSON.parse(JSON.stringify(data)) as ReportData;

it('leaves what is told now as it is', () => {
  const weights = Float64Array.from({ length: 43 }, (_, row) => 1 + (row % 3));
  for (const data of [room([20, 23]), room([20, 20, 3]), room([20, 23], weights)])
    expect(guarded(kept(data))).toEqual(kept(data));
});

it('empties the report of a room of which too much was kept', () => {
  const told = room([20, 23]);
  const few = { ...told, counts: { ...told.counts, people: 4, votes: 32, noVote: 0 } };
  const read = guarded(kept(few));
  expect(read).toMatchObject({
    verdict: 'few',
    groups: [],
    map: null,
    unites: [],
    divides: [],
    breakdowns: [],
  });
  expect(read.statements.map(({ votes }) => votes)).toEqual(Array.from({ length: 8 }, () => [0, 0, 0]));
  expect(read.sureness).toBeUndefined();
  expect(guarded({ ...told, counts: { ...told.counts, placed: 4 } }).map).toBeNull();
});

it('drops answers of fewer than five, and those of others that they follow from', () => {
  const told = kept(room([20, 23]));
  const [first] = told.groups;
  // As they were kept before: the cell of three in every place, a rest of two, and the size of a small group.
  told.statements[0]!.votes = [20, 3, 0];
  told.statements[1]!.votes = [2, 1, 0];
  told.statements[2]!.votes = [22, 23, 0];
  for (const one of [...told.divides, ...told.groups.flatMap(({ says }) => says)])
    if (one.statement === 0)
      one.groups = [
        [20, 0, 0],
        [0, 3, 0],
      ];
  told.unites = [0, 3].map((statement) => ({
    statement,
    side: 'agree',
    everywhere: true,
    groups: statement
      ? [
          [20, 0, 0],
          [0, 23, 0],
        ]
      : [
          [20, 0, 0],
          [0, 3, 0],
        ],
  }));
  told.breakdowns = [
    {
      by: 'territory',
      names: ['a', 'b'],
      statements: [
        {
          statement: 4,
          cells: [
            [20, 0, 0],
            [0, 4, 0],
          ],
          rest: null,
        },
        {
          statement: 5,
          cells: [
            [20, 0, 0],
            [0, 23, 0],
          ],
          rest: null,
        },
      ],
    },
  ];
  const read = guarded(told);
  expect(read.statements[1]!.votes).toEqual([0, 0, 0]);
  expect(read.unites).toMatchObject([
    { statement: 0, everywhere: false, groups: [null, null] },
    { statement: 3, everywhere: true },
  ]);
  const said = [...read.divides, ...read.groups.flatMap(({ says }) => says)].map(
    ({ statement }) => statement,
  );
  expect([0, 1, 2].filter((statement) => said.includes(statement))).toEqual([]);
  expect(said).toContain(3);
  expect(read.breakdowns[0]!.statements.map(({ statement }) => statement)).toEqual([5]);

  const small = guarded({ ...told, groups: [first!, { ...told.groups[1]!, people: 3, weight: 18 }] });
  expect(small.groups[1]).toEqual({
    people: null,
    steadiness: first!.steadiness,
    says: [],
    withheld: true,
  });
});

it('tells no sums of ballots that weigh differently', () => {
  const { tenths: _, ...before } = room([20, 23], new Float64Array(43).fill(6));
  const read = guarded(kept(before));
  expect(read.statements.map(({ votes }) => votes)).toEqual(Array.from({ length: 8 }, () => [0, 0, 0]));
  expect([read.unites, read.divides, read.groups.flatMap(({ says }) => says)]).toEqual([[], [], []]);
});
