import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedVotes } from '#deliberation/planted-votes/model.ts';
import { adjustedRandIndex } from '#deliberation/rand-index/model.ts';
import { run } from '../testing.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'indimaj-groups-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files. */
function folderOf(name: string, files: Record<string, string>): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const header = 'timestamp,datetime,comment-id,voter-id,vote\n';

describe('indimaj groups', () => {
  it('finds the groups of a conversation, and prints the same for the same seed', async () => {
    const { ballots, groupOf } = plantedVotes({
      participants: 90,
      statements: 40,
      groups: 3,
      density: 0.8,
      strength: 0.45,
      seed: 3,
    });
    // People and statements have other numbers than rows and columns, and each votes twice on one.
    const rows = Array.from(
      ballots.votes,
      (vote, at) =>
        `${at + 10},x,${ballots.statements[at]! * 3},${7_000_000 - ballots.participants[at]!},${vote}\n`,
    );
    const again = rows[0]!.replace(/^10,(.*),-?\d$/m, '1,$1,0');
    const comments = Array.from(
      { length: 40 },
      (_, at) => `${at * 3},"Statement ""${at}"", in words",${at === 39 ? -1 : 1}\n`,
    );
    // One group is of one actor type, and one person of it speaks for a table.
    const people = Array.from(
      groupOf,
      (group, row) =>
        `${7_000_000 - row},${group === 0 ? 'civil society' : 'Traders'},Oriental,${row === 0 ? 6 : ''}\n`,
    );
    const folder = folderOf('planted', {
      'votes.csv': `${header}${rows.join('')}${again}`,
      'comments.csv': `comment-id,comment-body,moderated\n${comments.join('')}`,
      'participants.csv': `voter-id,actor-type,territory,weight\n${people.join('')}`,
    });
    const { code, output, errors } = await run(['groups', folder, '--seed', '7']);
    expect([code, errors.filter((line) => !/^[•✔]|^ {2}…/.test(line))]).toEqual([0, []]);
    const answer = JSON.parse(output.join('\n'));
    expect(answer).toMatchObject({
      mode: 'indimaj',
      seed: 7,
      k: 3,
      counts: {
        participants: 90,
        statements: 40,
        included: 39,
        votes: rows.length,
        votesCast: rows.length + 1,
      },
      weighted: true,
      givenGroups: null,
      period: { first: 1_000, last: (rows.length + 9) * 1_000 },
    });
    const found: number[] = answer.participants.map(({ group }: { group: number | null }) => group ?? -1);
    // Participants come in the order of their numbers: the last row first.
    expect(adjustedRandIndex(found, [...groupOf].reverse())).toBeGreaterThan(0.9);
    const [first] = answer.statements;
    expect(first).toMatchObject({ statement: 0, text: 'Statement "0", in words', included: true });
    const tallied = answer.statements.reduce(
      (sum: number, { raw }: { raw: Record<string, number> }) =>
        sum + raw['agree']! + raw['disagree']! + raw['pass']!,
      0,
    );
    expect(tallied).toBe(rows.length + 1);
    const weights = answer.participants.map(({ weight }: { weight: number }) => weight);
    expect([weights.at(-1), new Set(weights.slice(0, -1))]).toEqual([6, new Set([1])]);
    const ofTypes = answer.breakdowns.filter(({ by }: { by: string }) => by === 'actor_type');
    expect(ofTypes).toHaveLength(40);
    expect(ofTypes[0].cells.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Traders',
      'civil-society',
    ]);
    const twin = JSON.parse((await run(['groups', folder, '--seed', '7'])).output.join('\n'));
    expect({ ...twin, milliseconds: null }).toEqual({ ...answer, milliseconds: null });

    const unaccepted = folderOf('unaccepted', { 'votes.csv': `${header}${rows.join('')}` });
    const refused = await run(['groups', unaccepted, '--strict']);
    expect([refused.code, refused.output]).toEqual([1, []]);
    expect(refused.errors.at(-1)).toBe(
      'No statement is marked as accepted (1) in comments.csv: with --strict none is left. Nothing was analysed.',
    );

    const html = join(root, 'report.html');
    const words = ['--mode', 'polis', '--html', html, '--language', 'ar', '--title', 'Ports & <boats>'];
    const polis = await run(['groups', folder, ...words]);
    expect([polis.code, polis.errors.at(-1)]).toEqual([0, `Report written: ${html}`]);
    expect(JSON.parse(polis.output.join('\n'))).toMatchObject({ mode: 'polis', weighted: false });
    expect(polis.errors).toContain(
      'Mode polis counts each participant once: the weights of participants.csv do not count in it.',
    );
    const report = readFileSync(html, 'utf8');
    expect(report).toContain('<html lang="ar" dir="rtl">');
    expect(report).toContain('Ports &amp; &lt;boats&gt;');
    for (const word of ['بحسب نوع الفاعل', 'المجتمع المدني', 'Traders']) expect(report).toContain(word);
    expect(report).toMatch(/Statement (&quot;|")\d+(&quot;|"), in words/);
    // Participants have numbers of seven digits.
    expect(report).not.toMatch(/69999\d\d|7000000/);

    const missing = join(root, 'nowhere', 'report.html');
    const unwritten = await run(['groups', folder, '--html', missing], { env: { LANG: 'fr_MA' } });
    // That is found out before anything is read.
    expect(unwritten).toMatchObject({
      code: 1,
      output: [],
      errors: [`Impossible d’écrire dans ${missing}\u202f; vérifiez le chemin et les droits de ce compte.`],
    });
  });

  it('names rows that cannot be read in the reader’s language, and goes on with the others', async () => {
    const folder = folderOf('faults', {
      'votes.csv': `${header}1,x,0,0,1\n1,x,0,-1,1\n1,x,0,1,yes\u001b[31m\n`,
    });
    const named = async (LANG: string) =>
      (await run(['groups', folder], { env: { LANG } })).errors.filter((line) => /csv:\d/.test(line));
    expect(await named('en_GB')).toEqual([
      'votes.csv:3: “-1” is not the number of a participant; row left out.',
      'votes.csv:4: “yes\ufffd[31m” is not a vote (1 agrees, 0 passes, -1 disagrees); row left out.',
    ]);
    expect((await named('ar_MA'))[0]).toBe('votes.csv:3: «-1» ليس رقم مشارك؛ تُرك السطر جانباً.');
    const { code, output } = await run(['groups', folder]);
    expect([code, JSON.parse(output.join('\n')).counts]).toMatchObject([0, { participants: 1, placed: 1 }]);
  });

  it('is refused where nothing can be read', async () => {
    const empty = folderOf('empty', { 'votes.csv': header, 'notes.txt': 'x' });
    const answers = await Promise.all([run(['groups', empty]), run(['groups', join(root, 'nowhere')])]);
    expect(answers.map(({ code, output }) => [code, output])).toEqual([
      [1, []],
      [1, []],
    ]);
    expect(answers[0].errors).toEqual([
      `• Reading ${join(empty, 'votes.csv')} (0%)…`,
      'votes.csv: Not one row could be read.',
    ]);
    expect(answers[1].errors).toEqual([`${join(root, 'nowhere')} is no folder that can be read.`]);
    const file = join(empty, 'notes.txt');
    expect((await run(['groups', file])).errors).toEqual([`${file} is no folder that can be read.`]);
  });

  it.each([
    ['fr_MA', 'C’est un dossier, et non un fichier.', 'Le fichier n’est plus là'],
    ['ar_MA', 'هذا مجلد وليس ملفاً.', 'الملف لم يعد موجوداً'],
    ['en_GB', 'This is a folder, not a file.', 'The file is gone'],
  ])('says in words what the disk says, in %s', async (LANG, isFolder, isGone) => {
    const folder = folderOf(`disk-${LANG}`, {});
    mkdirSync(join(folder, 'votes.csv'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'comments.csv'));
    const { code, errors } = await run(['groups', folder], { env: { LANG } });
    expect(code).toBe(1);
    expect(errors).toContain(`votes.csv: ${isFolder}`);
    expect(errors.some((line) => line.startsWith(`comments.csv: ${isGone}`))).toBe(true);
    expect(errors.some((line) => line.startsWith('✔') || /E[A-Z]{4,}/.test(line))).toBe(false);
  });

  it('plays a debate again where the times of votes are known, and says so where they are not', async () => {
    const rows = ['1,x,0,0,1', '2,x,0,1,-1', '3,x,1,0,1', '4,x,1,1,-1', '5,x,0,2,1'];
    const timed = folderOf('timed', { 'votes.csv': `${header}${rows.join('\n')}\n` });
    const played = await run(['groups', timed, '--mode', 'polis', '--replay']);
    expect([played.code, JSON.parse(played.output.join('\n')).counts.placed]).toEqual([0, 3]);
    const sheet = 'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n0,0,0,2,2,0,1,1\n';
    const untimed = folderOf('untimed', { 'participants-votes.csv': sheet });
    const refused = await run(['groups', untimed, '--mode', 'polis', '--replay']);
    expect([refused.code, refused.output]).toEqual([1, []]);
    expect(refused.errors.at(-1)).toMatch(/^--replay wants the time of each vote/);
  });

  it.each([
    [[], 'Name the debate’s folder: indimaj groups FOLDER'],
    [['x', '--mode', 'other'], '--mode takes one of these: indimaj, polis'],
    [['x', '--replay'], '--replay plays the debate as Polis lived it: it wants --mode polis'],
    [['x', '--language', 'de'], '--language takes one of these languages: fr, ar, en'],
    [['x', '--seed', '1.5'], '--seed takes a whole number, from 0 to 4294967295.'],
    [['x', '--seed', '-1'], '--seed takes a whole number, from 0 to 4294967295.'],
  ])('says how it is written: %j', async (args, sentence) => {
    expect(await run(['groups', ...args])).toMatchObject({ code: 2, errors: [sentence] });
  });
});
