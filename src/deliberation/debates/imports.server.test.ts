import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type FileStore } from '#platform/files/store.ts';
import { plantedVotes } from '../planted-votes/model.ts';
import {
  analyseVotes,
  countsIn,
  describeConversationProblem,
  sentFiles,
  storeVotes,
  type VotesFile,
} from './imports.server.ts';

/** Identifiers that would show wherever they leaked. */
const PERSON = 7_310_000;
const planted = plantedVotes({
  participants: 90,
  statements: 24,
  groups: 3,
  density: 0.8,
  strength: 0.45,
  seed: 8,
});
const { participants, statements, votes } = planted.ballots;
const csv = (lines: string[]) => Buffer.from(lines.join('\n'));
const votesFile: VotesFile = {
  file: 'votes',
  name: 'dump.csv',
  bytes: csv([
    'timestamp,datetime,comment-id,voter-id,vote',
    ...Array.from(votes, (vote, at) =>
      [1_700_000_000 + at, 'x', statements[at], PERSON + participants[at]!, vote].join(','),
    ),
  ]),
};
const commentsFile: VotesFile = {
  file: 'comments',
  name: 'comments.csv',
  bytes: csv([
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    ...Array.from({ length: 24 }, (_, id) => `1,x,${id},${PERSON},0,0,1,"Statement <script>${id}</script>"`),
  ]),
};

let folder: string;
let store: FileStore;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  store = openStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the votes of a debate', () => {
  it('become a report that names nobody, and files under the hash of their bytes', async () => {
    const files = [votesFile, commentsFile];
    const { report, findings } = await analyseVotes(files, 'en');
    const sent = await storeVotes(store, files, report!, findings);
    expect(countsIn(sent.report)).toEqual({
      participants: 90,
      statements: 24,
      votes: votes.length,
      groups: 3,
    });
    expect(report!.language).toBe('en');
    expect(report!.when).toEqual({ from: '2023-11-14', to: '2023-11-14' });
    expect(sent.report).not.toContain(String(PERSON).slice(0, 4));
    expect(sent.files.map(({ file, name }) => [file, name])).toEqual([
      ['votes', 'votes.csv'],
      ['comments', 'comments.csv'],
    ]);
    expect(await store.list()).toEqual(sent.files.map(({ sha256 }) => sha256).sort());
    const again = await storeVotes(store, files.toReversed(), report!, findings);
    expect(again.digest).toBe(sent.digest);
  });

  it('count statements that moderators accepted alone where that is asked, which is another digest', async () => {
    const text = 'comment-id,moderated,comment-body\n0,1,One\n1,0,Two\n2,-1,Three\n';
    const files = [votesFile, { file: 'comments' as const, name: 'comments.csv', bytes: Buffer.from(text) }];
    const told = async (strict: boolean) => {
      const { report, findings } = await analyseVotes(files, 'fr', { strict });
      const { digest } = await storeVotes(store, files, report!, findings, strict);
      return { digest, out: report!.statements.map(({ out }) => out).slice(0, 3) };
    };
    const [usual, strict] = [await told(false), await told(true)];
    expect([usual.out, strict.out]).toEqual([
      [false, false, true],
      [false, true, true],
    ]);
    expect(strict.digest).not.toBe(usual.digest);
    expect((await told(true)).digest).toBe(strict.digest);
  });

  it('that are a picture, or nothing, are named and come to nothing', async () => {
    const picture = {
      file: 'votes' as const,
      name: 'votes.csv',
      bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0'),
    };
    for (const file of [picture, { ...picture, bytes: new Uint8Array() }]) {
      const { report, findings } = await analyseVotes([file], 'fr');
      expect([report, findings.problems[0]?.severity]).toEqual([null, 'refusal']);
      expect(describeConversationProblem(findings.problems[0]!, 'fr')).toMatch(/\p{L}{3}/u);
    }
  });

  it('that can’t be read are named by their line, and the others count', async () => {
    const lines = ['comment-id,voter-id,vote', '0,1,1', '0,NaN,1', '1,-5,1', '1,2,9', '1,1,-1'];
    const file = { file: 'votes' as const, name: 'votes.csv', bytes: csv(lines) };
    const { report, findings } = await analyseVotes([file], 'mul');
    const unread = findings.problems.filter(({ severity }) => severity === 'unread');
    expect(unread.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect([report!.counts.votes, report!.language]).toEqual([2, null]);
  });

  it('are left alone once whoever sent them has gone', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(analyseVotes([votesFile], 'fr', { signal: gone })).rejects.toThrow('gone');
  });

  it('are read while everything else goes on, and not for longer than they may be', async () => {
    const file = {
      file: 'votes' as const,
      name: 'votes.csv',
      bytes: Buffer.concat([csv(['comment-id,voter-id,vote', '']), Buffer.alloc(4_000_000, 'a,b,c\n')]),
    };
    let turns = 0;
    const count = () => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    expect((await analyseVotes([file], 'fr')).report).toBeNull();
    clearImmediate(next);
    expect(turns).toBeGreaterThan(10);
    await expect(analyseVotes([file], 'fr', { limit: 1 })).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
  });

  it('come from the fields of a form that hold a file', async () => {
    const form = new FormData();
    form.set('votes', new File(['a'], 'v.csv'));
    form.set('comments', new File([], ''));
    form.set('participants', 'no file');
    expect((await sentFiles(form)).map(({ file, name }) => [file, name])).toEqual([['votes', 'v.csv']]);
  });
});
