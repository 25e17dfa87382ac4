import { parse } from 'csv-parse/sync';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConversation } from '#deliberation/conversations/imports.server.ts';
import { lastTallies, rawTallies, voteMatrix } from '#deliberation/votes/model.ts';
import { withRealData } from '../support/real-data.ts';

type Row = Record<string, string>;

const rowsOf = (file: string): Row[] => parse(readFileSync(file), { columns: true, bom: true });

/** Reads files of a folder. */
const read = (folder: string, names: string[]) =>
  readConversation(names.map((name) => ({ name, chunks: () => createReadStream(join(folder, name)) })));

withRealData('polis/openData', 'conversations of the Polis open data', (path) => {
  const folders =
    path === ''
      ? ['none']
      : readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name);
  it.each(folders)(
    '%s is read whole, its tallies and last votes as its own files give them',
    async (name) => {
      const folder = join(path, name);
      const all = ['votes.csv', 'comments.csv', 'participants-votes.csv'];
      const names = all.filter((file) => existsSync(join(folder, file)));
      const { conversation, problems } = await read(folder, names);
      expect(problems).toEqual([]);
      const { ballots, statements, participants, groups, everyVote } = conversation!;
      expect(everyVote).toBe(names.includes('votes.csv'));
      const size = { participants: participants.length, statements: statements.length };
      const matrix = voteMatrix(ballots, size);

      const comments = rowsOf(join(folder, 'comments.csv'));
      const byId = new Map(comments.map((row) => [Number(row['comment-id']), row]));
      expect(statements.map(({ id }) => id)).toEqual([...byId.keys()].sort((a, b) => a - b));
      const raw = rawTallies(ballots, statements.length);
      for (const [column, { id, text, moderated }] of statements.entries()) {
        const row = byId.get(id)!;
        expect(text).toBe(row['comment-body']!.replace(/\r\n?/g, '\n').trim());
        expect(moderated).toBe(Number(row['moderated']));
        if (everyVote)
          expect([raw.agree[column], raw.disagree[column]]).toEqual([
            Number(row['agrees']),
            Number(row['disagrees']),
          ]);
      }

      const people = rowsOf(join(folder, 'participants-votes.csv'));
      const rows = new Map(people.map((row) => [Number(row['participant']), row]));
      expect([...participants]).toEqual([...rows.keys()].sort((a, b) => a - b));
      let cast = 0;
      for (const [row, id] of participants.entries()) {
        const own = rows.get(id)!;
        const group = own['group-id']!;
        expect(groups![row]).toBe(group === '' ? -1 : Number(group));
        const last = new Map<string, string>();
        for (let at = matrix.rowStarts[row]!; at < matrix.rowStarts[row + 1]!; at += 1)
          last.set(String(statements[matrix.columns[at]!]!.id), String(matrix.values[at]));
        const stated = Object.entries(own).filter(([column, vote]) => /^\d+$/.test(column) && vote !== '');
        expect(last).toEqual(new Map(stated));
        cast += last.size;
      }
      expect(matrix.columns.length).toBe(cast);

      // The sheet alone holds the same last votes.
      const sheet = (await read(folder, ['participants-votes.csv'])).conversation!;
      expect(sheet.participants).toEqual(participants);
      const tallied = lastTallies(voteMatrix(sheet.ballots, { statements: sheet.statements.length }));
      const expected = lastTallies(matrix);
      for (const [column, { id }] of sheet.statements.entries()) {
        const place = statements.findIndex((statement) => statement.id === id);
        for (const vote of ['agree', 'disagree', 'pass'] as const)
          expect(tallied[vote][column]).toBe(expected[vote][place]);
      }
    },
    60_000,
  );
});
