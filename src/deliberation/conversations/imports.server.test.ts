import { describe, expect, it } from 'vitest';
import { lastTallies, rawTallies, voteMatrix } from '../votes/model.ts';
import { describeConversationProblem, readConversation } from './imports.server.ts';
import type { ConversationReading } from './model.ts';

/** Reads files by their names, as texts or bytes. */
function read(files: Record<string, string | Uint8Array>, size = 1_000_000): Promise<ConversationReading> {
  return readConversation(
    Object.entries(files).map(([name, given]) => ({
      name,
      async *chunks() {
        const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      },
    })),
  );
}

const told = ({ problems }: ConversationReading) =>
  problems.map(({ file, line, reason }) =>
    [file, line, reason.replace('deliberation_conversation_', '')].filter((part) => part !== null).join(':'),
  );

const votes = (...rows: string[]) => ['timestamp,datetime,comment-id,voter-id,vote', ...rows, ''].join('\n');
const comments = (...rows: string[]) =>
  ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body', ...rows, ''].join('\n');

/** Three people on two statements; the third changed her mind, and her later vote stands first. */
const some = {
  'votes.csv': votes('1,x,4,0,1', '2,x,4,12,-1', '9,x,4,3,0', '3,x,4,3,1', '4,x,70,3,1'),
  'comments.csv': comments('1,x,70,0,1,0,-1,"Ports, and\nboats"', '1,x,4,0,2,1,1,رأي'),
};

describe('readConversation', () => {
  it('reads votes with their statements, both in the order of their numbers', async () => {
    const answer = await read(some);
    expect(answer).toEqual({
      conversation: {
        statements: [
          { id: 4, text: 'رأي', moderated: 1, stated: { agree: 2, disagree: 1 } },
          { id: 70, text: 'Ports, and\nboats', moderated: -1, stated: { agree: 1, disagree: 0 } },
        ],
        participants: Float64Array.of(0, 3, 12),
        ballots: {
          participants: Int32Array.of(0, 2, 1, 1, 1),
          statements: Int32Array.of(0, 0, 0, 0, 1),
          votes: Int8Array.of(1, -1, 1, 0, 1),
        },
        times: Float64Array.of(1_000, 2_000, 9_000, 3_000, 4_000),
        period: { first: 1_000, last: 9_000 },
        everyVote: true,
        groups: null,
        attributes: null,
      },
      problems: [],
      unnamed: { refusal: 0, unread: 0, notice: 0 },
      rows: { votes: { read: 5, unread: 0 }, comments: { read: 2, unread: 0 } },
    });
    const { ballots } = answer.conversation!;
    expect([...lastTallies(voteMatrix(ballots)).pass]).toEqual([1, 0]);
    expect([...rawTallies(ballots, 2).agree]).toEqual([2, 1]);
  });

  it.each([
    ['seconds, as newer exports have them', '1748736000', '1748822400'],
    ['milliseconds, as older ones have them', '1748736000000', '1748822400000'],
  ])('reads times in %s', async (_, first, last) => {
    const { conversation } = await read({ 'votes.csv': votes(`${first},x,0,0,1`, `${last},x,0,1,-1`) });
    expect(conversation!.period).toEqual({ first: Date.UTC(2025, 5, 1), last: Date.UTC(2025, 5, 2) });
  });

  it('counts the later row of votes without times', async () => {
    const { conversation } = await read({ 'votes.csv': 'vote;voter-id;comment-id\n1;5;0\n-1;5;0\n' });
    expect([...voteMatrix(conversation!.ballots).values]).toEqual([-1]);
    expect(conversation!.statements).toEqual([{ id: 0, text: null, moderated: 0, stated: null }]);
  });

  const sheet = 'participant,group-id,n-votes,n-agree,n-disagree,4,70\n12,1,1,0,1,-1,\n0,,2,1.0,0,1.0,0.0\n';

  it('reads last votes alone, with those who did not vote and their groups', async () => {
    const { conversation, problems } = await read({ 'participants-votes.csv': `${sheet}7,,0,0,0,,\n` });
    expect(problems.map(({ line, values }) => [line, values])).toEqual([
      [null, {}],
      [3, { column: 'n-agree', stated: '1.0', counted: 1 }],
    ]);
    expect(conversation).toMatchObject({
      participants: Float64Array.of(0, 7, 12),
      groups: Int32Array.of(-1, -1, 1),
      everyVote: false,
    });
    expect(conversation!.ballots).toEqual({
      participants: Int32Array.of(2, 0, 0),
      statements: Int32Array.of(0, 0, 1),
      votes: Int8Array.of(-1, 1, 0),
    });
  });

  it('takes groups from the sheet beside votes, and says how many last votes differ', async () => {
    const answer = await read({ ...some, 'participants-votes.csv': sheet.replace('1.0,0,1.0', '1,0,1') });
    expect(answer.conversation!.groups).toEqual(Int32Array.of(-1, -1, 1));
    // The sheet has a vote that nobody cast, and not the two of participant 3.
    expect(answer.problems.map(({ reason, values }) => [reason, values])).toEqual([
      ['deliberation_conversation_other_votes', { count: 3 }],
    ]);
  });

  it('names each row that cannot be read by its line, and reads the others', async () => {
    const rows = [
      '1,x,0,0,1',
      '1,x,0,0,2',
      '1,x,0,0,yes',
      '1,x,0,0,',
      '1,x,0,0,NaN',
      '1,x,-1,0,1',
      '1,x,NaN,0,1',
      '1,x,0,-7,1',
      '1,x,0,1.5,1',
      '1,x,0,1e3,1',
      'noon,x,0,0,1',
      '1,x,0,0',
      '1,x,0,0,1,1',
      '1,"x,0,0,1',
      '1,"x"y,0,0,1',
      `1,${'x'.repeat(20_000)},0,0,1`,
      '1,"x ""quoted"", with a comma",0,1,-1,,',
    ];
    const answer = await read({ 'votes.csv': votes(...rows).replaceAll('\n', '\r\n') }, 999);
    expect(told(answer)).toEqual([
      'comments.csv:no_comments',
      'votes.csv:3:no_vote',
      'votes.csv:4:no_vote',
      'votes.csv:5:no_vote',
      'votes.csv:6:no_vote',
      'votes.csv:7:no_statement',
      'votes.csv:8:no_statement',
      'votes.csv:9:no_participant',
      'votes.csv:10:no_participant',
      'votes.csv:11:no_participant',
      'votes.csv:12:no_time',
      'votes.csv:13:fields',
      'votes.csv:14:fields',
      'votes.csv:15:quote',
      'votes.csv:16:quote',
      'votes.csv:17:line_too_long',
    ]);
    expect(answer.rows.votes).toEqual({ read: 2, unread: 15 });
    expect(answer.conversation!.ballots.votes).toEqual(Int8Array.of(1, -1));
  });

  it('names the statements and participants that cannot be read', async () => {
    const answer = await read({
      'votes.csv': votes('1,x,0,0,1'),
      'comments.csv': comments(
        '1,x,0,0,1,0,1,One',
        '1,x,0,0,1,0,1,One more',
        '1,x,1,0,many,0,1,Two',
        '1,x,2,0,0,0,maybe,Three',
        '1,x,3,0,0,0,1, ',
        `1,x,4,0,0,0,1,${'long '.repeat(2_001)}`,
        '1,x,5,0,0,0,1,with, a comma',
        '1,x,6,0,0,0,1,"never closed',
      ),
      'participants-votes.csv': 'participant,0\n0,1\n0,1\n1,5\n',
    });
    expect(told(answer)).toEqual([
      'participants-votes.csv:3:doubled_participant',
      'participants-votes.csv:4:no_vote',
      'comments.csv:3:doubled_statement',
      'comments.csv:4:no_tally',
      'comments.csv:5:no_moderation',
      'comments.csv:6:no_text',
      'comments.csv:7:text_too_long',
      'comments.csv:8:fields',
      'comments.csv:9:quote',
    ]);
    expect(answer.conversation!.statements.map(({ text }) => text)).toEqual(['One']);
  });

  it.each<[string, Record<string, string | Uint8Array>, string]>([
    ['no file of votes', { 'comments.csv': some['comments.csv'], 'notes.txt': 'x' }, 'votes.csv:nothing'],
    ['an empty file', { 'votes.csv': '' }, 'votes.csv:empty'],
    ['empty lines', { 'votes.csv': '\n,,\n' }, 'votes.csv:empty'],
    ['a header alone', { 'votes.csv': votes() }, 'votes.csv:no_rows'],
    [
      'rows none of which is a vote',
      { 'votes.csv': votes('1,x,0,0,5') },
      'votes.csv:2:no_vote votes.csv:no_rows',
    ],
    ['a header that lacks a column', { 'votes.csv': 'comment-id,vote\n1,1\n' }, 'votes.csv:missing_column'],
    ['no header', { 'votes.csv': '1,x,0,0,1\n' }, 'votes.csv:missing_column'],
    [
      'a header whose mark is open',
      { 'votes.csv': '"comment-id,voter-id,vote\n1,1,1\n' },
      'votes.csv:missing_column',
    ],
    [
      'a column named twice',
      { 'votes.csv': 'vote,comment-id,voter-id,Vote\n1,1,1,1\n' },
      'votes.csv:doubled_column',
    ],
    ['an archive', { 'votes.csv': new Uint8Array([80, 75, 3, 4, 0, 0, 0, 0, 8, 0]) }, 'votes.csv:binary'],
    [
      'a sheet without statements',
      { 'participants-votes.csv': 'participant,n-votes\n1,0\n' },
      'participants-votes.csv:missing_column',
    ],
    [
      'a statement named twice',
      { 'participants-votes.csv': 'participant,3,3\n1,1,1\n' },
      'participants-votes.csv:doubled_column',
    ],
    [
      'votes on other statements',
      { 'votes.csv': votes('1,x,5,0,1'), 'comments.csv': some['comments.csv'] },
      'comments.csv:other_conversation',
    ],
  ])('reads nothing of %s, and says why', async (_, files, problem) => {
    const answer = await read(files);
    expect(answer.conversation).toBeNull();
    expect(told(answer).join(' ')).toBe(problem);
  });

  it.each<[string, Record<string, string | Uint8Array>, string]>([
    ['is no text', { 'comments.csv': new Uint8Array(40) }, 'comments.csv:binary'],
    ['is empty', { 'comments.csv': '' }, 'comments.csv:empty'],
    ['is a header alone', { 'comments.csv': comments() }, 'comments.csv:no_rows'],
    ['stands beside another of its kind', { 'old-votes.csv': votes() }, 'old-votes.csv:doubled_file'],
    ['tells of nobody', { 'participants.csv': 'participant\n0\n' }, 'participants.csv:no_attributes'],
  ])('refuses good votes beside a file that %s', async (_, files, problem) => {
    const answer = await read({ ...some, ...files });
    expect(answer.conversation).toBeNull();
    expect(told(answer)).toEqual([problem]);
  });

  it('says before everything else that statements have neither texts nor moderation', async () => {
    const answer = await read({ 'votes.csv': votes('1,x,0,0,1', '1,x,0,0,no') });
    expect(told(answer)).toEqual(['comments.csv:no_comments', 'votes.csv:3:no_vote']);
    expect(answer.conversation!.statements).toMatchObject([{ text: null, moderated: 0 }]);
  });

  it('makes a refusal of what the disk says', async () => {
    const error = Object.assign(new Error('no'), { code: 'EIO', syscall: 'read' });
    const file = {
      name: 'votes.csv',
      async *chunks(): AsyncGenerator<Uint8Array> {
        yield new TextEncoder().encode(votes('1,x,0,0,1'));
        throw error;
      },
    };
    expect(told(await readConversation([file]))).toEqual(['votes.csv:unreadable']);
    const aborted = readConversation([file], { signal: AbortSignal.abort() });
    await expect(aborted).rejects.toThrow('aborted');
  });

  it('says what does not fit together', async () => {
    const answer = await read({
      'votes.csv': votes('1,x,0,0,1', '1,x,1,0,1'),
      'comments.csv': comments('1,x,0,0,3,1,1,One'),
    });
    expect(told(answer)).toEqual(['comments.csv:unknown_statements', 'comments.csv:2:other_tallies']);
    expect(answer.problems.map((problem) => describeConversationProblem(problem, 'en'))).toEqual([
      'Statements that were voted on and do not stand in it: 1 (1). Only their numbers are known.',
      'Agreements and disagreements in this row: 3 and 1; in the votes: 1 and 0. The votes stand.',
    ]);
  });

  /** Ten statements on which six people voted, three each way, as a file counts them. */
  const tallied = (stated: (at: number) => [number, number]) => ({
    'votes.csv': votes(
      ...Array.from({ length: 60 }, (_, at) => `1,x,${at % 10},${Math.floor(at / 10)},${at < 30 ? 1 : -1}`),
    ),
    'comments.csv': comments(
      ...Array.from({ length: 10 }, (_, at) => `1,x,${at},0,${stated(at).join(',')},1,S`),
    ),
  });

  it.each<[string, (at: number) => [number, number], string, boolean]>([
    ['all lines, some up and some down', (at) => [at, 9 - at], 'tallies_of_another', false],
    ['all lines, none of them down', (at) => [3 + at, 4], 'tallies_doubted', true],
    ['nine of ten lines', (at) => (at === 0 ? [3, 3] : [at, 9 - at]), 'tallies_doubted', true],
    ['half of the lines', (at) => (at < 5 ? [3, 3] : [at, 0]), 'other_tallies_often', true],
    ['no line, for it counts nothing', () => [0, 0], 'other_tallies_often', true],
  ])('tells statements of another debate by tallies that differ on %s', async (_, stated, word, isRead) => {
    const answer = await read(tallied(stated));
    expect([told(answer), answer.conversation !== null]).toEqual([[`comments.csv:${word}`], isRead]);
    const { count, of } = answer.problems[0]!.values;
    if (of !== undefined) {
      expect(describeConversationProblem(answer.problems[0]!, 'en')).toMatch(
        new RegExp(
          `^Rows that count otherwise than the votes: ${count} of ${of}; .* not .*of the same debate`,
        ),
      );
    }
  });

  it('says in one sentence that participants are unknown, with the first lines', async () => {
    const strangers = Array.from({ length: 8 }, (_, at) => `${900 + at},1`).join('\n');
    const answer = await read({ ...some, 'participants.csv': `participant,weight\n0,2\n${strangers}\n` });
    expect(told(answer)).toEqual(['participants.csv:unknown_participant_often']);
    expect(answer.rows.attributes).toEqual({ read: 1, unread: 8 });
    expect(describeConversationProblem(answer.problems[0]!, 'ar')).toContain('8 (الأسطر 3، 4، 5، 6، 7 … +3)');
  });

  it('says in one sentence what is true of many rows, with the first of them', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `1,x,${at},0,${at === 0 ? 1 : 7},0,1,S`);
    const answer = await read({
      'votes.csv': votes(...rows.map((_, at) => `1,x,${at},0,1`)),
      'comments.csv': comments(...rows),
      'participants-votes.csv': 'participant,n-votes,0\n0,1,1\n',
    });
    expect(told(answer)).toEqual(['comments.csv:other_tallies_often', 'participants-votes.csv:other_votes']);
    expect(describeConversationProblem(answer.problems[0]!, 'en')).toBe(
      'Rows that count other agreements or disagreements than the votes: 8 (lines 3, 4, 5, 6, 7 … +3); the votes stand.',
    );
    const sheet = await read({ 'participants-votes.csv': 'participant,n-votes,0\n0,5,1\n1,5,1\n' });
    expect(sheet.problems.map(({ values }) => values)).toEqual([{}, { count: 2, lines: '2, 3' }]);
  });

  it('reads other encodings, and says so where they are guessed', async () => {
    const latin = Buffer.from(comments('1,x,4,0,2,1,1,Été à Oujda', '1,x,70,0,1,0,-1,b'), 'latin1');
    const wide = Buffer.from(`\ufeff${some['votes.csv']}`, 'utf16le');
    const answer = await read({ 'votes.csv': wide, 'comments.csv': latin });
    expect(told(answer)).toEqual(['comments.csv:encoding']);
    expect(answer.conversation!.statements[0]!.text).toBe('Été à Oujda');
    const long = Array.from({ length: 10 }, (_, at) => `1,x,${at},0,0,0,1,${'é'.repeat(9_000)}`);
    const mixed = Buffer.concat([
      Buffer.from(comments(...long)),
      Buffer.from('1,x,70,0,1,0,1,Été', 'latin1'),
    ]);
    const { conversation, problems } = await read({ ...some, 'comments.csv': mixed }, 70_000);
    expect(problems.filter(({ line }) => line === 12)).toMatchObject([
      { reason: 'deliberation_conversation_undecoded', severity: 'notice' },
    ]);
    expect(conversation!.statements.at(-1)!.text).toBe('\ufffdt\ufffd');
  });

  it('names a hundred rows and counts the rest', async () => {
    const answer = await read({ 'votes.csv': votes('1,x,0,0,1', ...Array<string>(250).fill('1,x,0,0,no')) });
    expect(answer.problems.filter(({ severity }) => severity === 'unread')).toHaveLength(100);
    expect(answer.unnamed).toEqual({ refusal: 0, unread: 150, notice: 0 });
    expect(answer.rows.votes).toEqual({ read: 1, unread: 250 });
  });

  it('stops at more statements than can be analysed', async () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => `1,x,${at},0,1`);
    const answer = await read({ 'votes.csv': votes(...rows) });
    expect(answer.conversation).toBeNull();
    expect(told(answer)).toEqual(['votes.csv:too_many_statements']);
  });
});
