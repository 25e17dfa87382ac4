import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { withRealData } from '../../../tests/support/real-data.ts';
import { analyse } from '../analyses/model.ts';
import { adjustedRandIndex } from '../rand-index/model.ts';
import { labelled, rawTallies, voteMatrix, type VoteMatrix } from './model.ts';

type Line = Record<string, string>;

function linesOf(path: string, file: string): Line[] {
  return parse(readFileSync(join(path, file)), { columns: true, bom: true, relax_quotes: true }) as Line[];
}

/** Votes one by one, in the order of time. */
function castIn(path: string) {
  return linesOf(path, 'votes.csv')
    .sort((a, b) => Number(a['timestamp']) - Number(b['timestamp']))
    .map((line) => ({
      participant: Number(line['voter-id']),
      statement: Number(line['comment-id']),
      vote: Number(line['vote']),
    }));
}

/** Last votes, from a table with a row for each participant. */
function lastIn(path: string) {
  return linesOf(path, 'participants-votes.csv').flatMap((line) =>
    Object.entries(line)
      .filter(([column, text]) => /^\d+$/.test(column) && text !== '')
      .map(([column, text]) => ({
        participant: Number(line['participant']),
        statement: Number(column),
        vote: Number(text),
      })),
  );
}

withRealData('polis/openData', 'conversations that Polis published', (path) => {
  const names = readdirSync(path).filter((name) => existsSync(join(path, name, 'participants-votes.csv')));

  describe.each(names)('%s', (name) => {
    const folder = join(path, name);
    const last = labelled(lastIn(folder));

    it.runIf(existsSync(join(folder, 'votes.csv')))('has its tallies, raw and last', () => {
      const comments = linesOf(folder, 'comments.csv');
      const ids = comments.map((line) => Number(line['comment-id']));
      const { ballots, participants, statements } = labelled(castIn(folder), ids);
      const raw = rawTallies(ballots, statements.length);
      const counted = statements.map((id, at) => [id, raw.agree[at], raw.disagree[at]]);
      const published = comments.map((line) =>
        ['comment-id', 'agrees', 'disagrees'].map((column) => Number(line[column])),
      );
      expect(counted).toEqual(published.sort(([a], [b]) => a! - b!));
      expect(cellsOf(voteMatrix(ballots), participants, statements)).toEqual(
        cellsOf(voteMatrix(last.ballots), last.participants, last.statements),
      );
    });

    // What stands in group-id was computed over time, so how far it agrees is told, not judged.
    it('is analysed', () => {
      const lines = linesOf(folder, 'participants-votes.csv');
      const theirs = new Map(lines.map((line) => [Number(line['participant']), line['group-id'] || '-1']));
      const groupOf = last.participants.map((id) => Number(theirs.get(id)));
      for (const mode of ['indimaj', 'polis'] as const) {
        const { k, groupOf: ours, stability } = analyse(voteMatrix(last.ballots), { mode });
        expect(k).toBeGreaterThan(1);
        const index = adjustedRandIndex(groupOf, ours).toFixed(3);
        const sure = `${stability.verdict}, people ${stability.people!.toFixed(2)}, statements ${stability.statements!.toFixed(2)}`;
        console.info(
          `${name}, ${mode}: ${k} groups for ${new Set(groupOf.filter((one) => one >= 0)).size}, index ${index}; ${sure}`,
        );
      }
    });
  });
});

/** Last votes by the identifiers of both, in order. */
function cellsOf(matrix: VoteMatrix, participants: number[], statements: number[]): string[] {
  const cells: string[] = [];
  for (let row = 0; row < matrix.participants; row += 1)
    for (let at = matrix.rowStarts[row]!; at < matrix.rowStarts[row + 1]!; at += 1)
      cells.push(`${participants[row]} on ${statements[matrix.columns[at]!]}: ${matrix.values[at]}`);
  return cells;
}
