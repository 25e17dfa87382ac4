import { describe, expect, it } from 'vitest';
import { Problems } from '../conversation-problems/model.ts';
import { readConversation } from '../conversations/imports.server.ts';
import { voteMatrix } from '../votes/model.ts';
import { attributesExample } from './exports.server.ts';
import { readAttributes } from './imports.server.ts';
import { attributeCounts, breakdownsOf, type ParticipantAttributes } from './model.ts';

const bytesOf = (text: string | Uint8Array) =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

/** Reads what is told of participants with these numbers, with what is said of it. */
async function read(text: string | Uint8Array, participants: Float64Array) {
  const problems = new Problems();
  const file = {
    name: 'participants.csv',
    async *chunks() {
      yield bytesOf(text);
    },
  };
  const table = await readAttributes({ file, problems }, participants);
  const told = problems
    .all()
    .problems.map(({ line, reason }) => `${line}:${reason.replace('deliberation_conversation_', '')}`);
  return { ...table, told };
}

const rows = (participants: number) => Float64Array.from({ length: participants }, (_, at) => at);

describe('what is told of participants', () => {
  it('is read by their numbers, in any order of columns; kinds of the program by their code or any word', async () => {
    const text = [
      'Weight;note;Actor Type;voter_id;Territory',
      '6;x;Société civile;700000000000;Oriental',
      ';x;المجتمع المدني;12;',
      '1.0;x;civil_society;3;oriental',
      ';x;Commerçants;40;Souss-Massa',
    ].join('\n');
    const answer = await read(text, Float64Array.of(3, 12, 40, 55, 700_000_000_000));
    expect(answer.told).toEqual(['1:other_columns']);
    expect([answer.read, answer.unread]).toEqual([4, 0]);
    expect(answer.attributes).toEqual({
      actorTypes: { names: ['civil-society', 'Commerçants'], of: Int32Array.of(0, 0, 1, -1, 0) },
      territories: { names: ['Oriental', 'Souss-Massa'], of: Int32Array.of(0, -1, 1, -1, 0) },
      weights: Float64Array.of(1, 1, 1, 1, 6),
    });
    expect(attributeCounts(answer.attributes, 5)).toEqual({
      participants: 5,
      actorType: 4,
      territory: 3,
      weight: 1,
    });
  });

  it('is named by its line where it cannot be read, and left out alone', async () => {
    const weights = ['0', '-2', 'NaN', '1.5', '1e3', '10001', 'Infinity', '99999999999999999999'];
    const text = [
      'participant,weight,territory',
      ...weights.map((weight, at) => `${at},${weight},A`),
      '99,1,A',
      'me,1,A',
      '8,2,A',
      '8,3,B',
      `9,1,${'x'.repeat(201)}`,
      '10,1',
    ].join('\n');
    const answer = await read(text, rows(11));
    expect(answer.told).toEqual([
      ...weights.map((_, at) => `${at + 2}:no_weight`),
      '11:no_participant',
      '13:doubled_participant',
      '14:category_too_long',
      '15:fields',
      '10:unknown_participant',
    ]);
    expect([answer.read, answer.unread]).toEqual([1, 13]);
    expect(answer.attributes).toEqual({
      actorTypes: null,
      territories: { names: ['A'], of: Int32Array.of(-1, -1, -1, -1, -1, -1, -1, -1, 0, -1, -1) },
      weights: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1),
    });
  });

  it('is refused as a whole where it tells nothing, too much, or twice', async () => {
    const refusal = (text: string) =>
      read(text, rows(400)).then(
        () => null,
        ({ word }: { word: string }) => word,
      );
    expect(await refusal('participant,name\n1,x\n')).toBe('no_attributes');
    expect(await refusal('actor-type\nx\n')).toBe('missing_column');
    expect(await refusal('participant,voter-id,weight\n1,1,1\n')).toBe('doubled_column');
    const many = Array.from({ length: 301 }, (_, at) => `${at},T${at}\n`);
    expect(await refusal(`participant,territory\n${many.join('')}`)).toBe('too_many_categories');
  });

  it('is read in other encodings, which is said where it is guessed', async () => {
    const latin = Buffer.from('participant,territory\n0,Béni Mellal\n', 'latin1');
    const guessed = await read(latin, rows(1));
    expect([guessed.told, guessed.attributes.territories?.names]).toEqual([
      ['null:encoding'],
      ['Béni Mellal'],
    ]);
    const wide = Buffer.from('\ufeffparticipant,territory\n0,الشرق\n', 'utf16le');
    const marked = await read(wide, rows(1));
    expect([marked.told, marked.attributes.territories?.names]).toEqual([[], ['الشرق']]);
  });

  it('that is refused refuses the votes beside it', async () => {
    const files = {
      'votes.csv': 'comment-id,voter-id,vote\n0,7,1\n',
      'participants.csv': 'participant\n7\n',
    };
    const { conversation, problems } = await readConversation(
      Object.entries(files).map(([name, text]) => ({
        name,
        async *chunks() {
          yield bytesOf(text);
        },
      })),
    );
    expect(conversation).toBeNull();
    expect(problems.map(({ file, severity }) => [file, severity])).toEqual([['participants.csv', 'refusal']]);
  });
});

describe('votes by what people are', () => {
  const people = 20;
  const matrix = voteMatrix({
    participants: Int32Array.from({ length: people }, (_, row) => row),
    statements: new Int32Array(people),
    votes: Int8Array.from({ length: people }, (_, row) => (row < 10 ? 1 : -1)),
  });
  const of = (sizes: number[]) => Int32Array.from(sizes.flatMap((size, at) => Array<number>(size).fill(at)));
  const attributes: ParticipantAttributes = {
    actorTypes: { names: ['civil-society', 'few', 'others'], of: of([8, 3, 9]) },
    territories: { names: ['a', 'b', 'c', 'd', 'e'], of: of([4, 4, 4, 4, 4]) },
    weights: Float64Array.from({ length: people }, (_, row) => (row === 0 ? 6 : 1)),
  };

  it('are counted for as many people as each speaks for, and kinds of fewer than five people nowhere named', () => {
    const [types, ...others] = breakdownsOf(matrix, attributes);
    expect(others).toEqual([]);
    expect(types!.names).toEqual(['civil-society', 'others']);
    // The three are too few even together, so that the next smallest kind is put with them.
    expect(types!.statements).toEqual([
      {
        statement: 0,
        cells: [null, { voters: 9, agree: 0, disagree: 9, pass: 0, heads: [0, 9, 0] }],
        rest: { voters: 11, agree: 15, disagree: 1, pass: 0, heads: [10, 1, 0], categories: [0] },
      },
    ]);
    expect(breakdownsOf(matrix, null)).toEqual([]);
  });
});

describe('the example', () => {
  it.each(['fr', 'ar', 'en'] as const)('in %s is read as it stands', async (locale) => {
    const answer = await read(attributesExample(locale), rows(8));
    expect([answer.told, answer.read, answer.attributes.actorTypes?.names[4]]).toEqual([
      [],
      8,
      'civil-society',
    ]);
  });
});
