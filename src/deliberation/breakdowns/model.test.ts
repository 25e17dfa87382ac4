import { describe, expect, it } from 'vitest';
import { voteMatrix } from '../votes/model.ts';
import { breakdown } from './model.ts';

/** One statement; so many of each category agree, and the last of each disagrees. */
function room(...sizes: number[]) {
  const categoryOf = Int32Array.from(sizes.flatMap((size, category) => Array(size).fill(category)));
  const votes = Int8Array.from(categoryOf, (category, row) => (categoryOf[row + 1] === category ? 1 : -1));
  const matrix = voteMatrix({
    participants: Int32Array.from(categoryOf.keys()),
    statements: new Int32Array(categoryOf.length),
    votes,
  });
  return { matrix, categoryOf };
}
const cell = (voters: number, disagree = 1) => ({
  voters,
  agree: voters - disagree,
  disagree,
  pass: 0,
  heads: [voters - disagree, disagree, 0],
});

describe('breakdown', () => {
  it('shows what each category said', () => {
    const { matrix, categoryOf } = room(5, 8);
    expect(breakdown(matrix, categoryOf, 3)).toEqual([
      { statement: 0, cells: [cell(5), cell(8), null], rest: null },
    ]);
  });

  it('merges small cells, and the next smallest with them until nothing small is left', () => {
    const { matrix, categoryOf } = room(2, 9, 4, 7);
    const [shown] = breakdown(matrix, categoryOf, 4);
    expect(shown).toEqual({
      statement: 0,
      cells: [null, cell(9), null, cell(7)],
      rest: { ...cell(6, 2), categories: [0, 2] },
    });
    expect(breakdown(room(2, 9, 7).matrix, room(2, 9, 7).categoryOf, 3)[0]).toEqual({
      statement: 0,
      cells: [null, cell(9), null],
      rest: { ...cell(9, 2), categories: [0, 2] },
    });
  });

  it('counts who has no category among the rest', () => {
    const { matrix, categoryOf } = room(6, 3, 8);
    expect(breakdown(matrix, categoryOf, 1)[0]).toEqual({
      statement: 0,
      cells: [cell(6)],
      rest: { ...cell(11, 2), categories: [] },
    });
  });

  it('says nothing of a handful', () => {
    const { matrix, categoryOf } = room(2, 1);
    expect(breakdown(matrix, categoryOf, 2)).toEqual([{ statement: 0, cells: [null, null], rest: null }]);
  });

  it('weighs tables by their people and judges their size by rapporteurs', () => {
    const { matrix, categoryOf } = room(5, 4, 3);
    const weights = new Float64Array(12).fill(6);
    const [shown] = breakdown(matrix, categoryOf, 3, { weights });
    expect(shown).toEqual({
      statement: 0,
      cells: [{ voters: 5, agree: 24, disagree: 6, pass: 0, heads: [4, 1, 0] }, null, null],
      rest: { voters: 7, agree: 30, disagree: 12, pass: 0, heads: [5, 2, 0], categories: [1, 2] },
    });
  });

  it('hides a cell of which one ballot holds most, with others until it does not', () => {
    const { matrix, categoryOf } = room(5, 8, 9);
    const weights = Float64Array.from(categoryOf.keys(), (row) => (row === 0 ? 6 : 1));
    const [shown] = breakdown(matrix, categoryOf, 3, { weights });
    expect([shown!.cells, shown!.rest!.categories]).toEqual([
      [null, null, { voters: 9, agree: 8, disagree: 1, pass: 0, heads: [8, 1, 0] }],
      [0, 1],
    ]);
  });
});
