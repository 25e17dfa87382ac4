import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDebate, updateDebate } from '#deliberation/debates/changes.server.ts';
import { plantedVotes } from '#deliberation/planted-votes/model.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* Votes are sent, looked at, kept or given up; nothing of them is public before, and nobody's own votes ever. */

let node: TestNode;
let cookie: string;
let other: string;
beforeAll(async () => {
  node = await startNode();
  [cookie, other] = [await openSession(node, 'coordinator'), await openSession(node, 'rapporteur')];
  await node.write(async (tx) => {
    const debate = { slug: 'voted', title: { fr: 'Un débat', original: 'fr' as const } };
    const said = { startsOn: '2026-11-20', language: 'fr', visibility: 'public' as const };
    done(await createDebate(tx, tester, { ...debate, ...said }));
  });
});
afterAll(() => node?.stop());

/** Would show wherever a participant's number leaked. */
const PERSON = 7_310_000;
const { ballots, groupOf } = plantedVotes({
  participants: 60,
  statements: 20,
  groups: 2,
  density: 0.9,
  strength: 0.45,
  seed: 4,
});
const votes = [
  'comment-id,voter-id,vote',
  ...Array.from(
    ballots.votes,
    (vote, at) => `${ballots.statements[at]},${PERSON + ballots.participants[at]!},${vote}`,
  ),
  'x,y,z',
].join('\n');
const comments = [
  'comment-id,comment-body',
  ...Array.from({ length: 20 }, (_, id) => `${id},"Affirmation <script>alert(${id})</script>"`),
].join('\n');

const attributes = [
  'participant,actor-type,territory,weight',
  ...Array.from(
    groupOf,
    (group, row) =>
      `${PERSON + row},${group === 0 ? 'société civile' : 'Commerce'},Oriental,${row === 0 ? 6 : 1}`,
  ),
  '1,x,y,1',
].join('\n');

const office = '/fr/debates/voted/votes';
function send(files: Record<string, string | Uint8Array<ArrayBuffer>>, as = cookie, isStrict = false) {
  const form = new FormData();
  if (isStrict) form.set('strict', '1');
  for (const [name, content] of Object.entries(files)) form.set(name, new Blob([content]), `${name}.csv`);
  return post(node, `${office}?/send`, form, { cookie: as });
}
const page = async (path: string, as = '') => (await node.get(path, { cookie: as })).text();
const digestIn = (html: string) => /name="digest" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '';

describe('a debate', () => {
  it('without votes shows the way to send them to who may, and to nobody else', async () => {
    const leads = async (as = '') => (await page('/fr/debates/voted', as)).includes('Envoyer ses votes');
    expect([await leads(cookie), await leads(other), await leads()]).toEqual([true, false, false]);
  });

  it('is in a language that is chosen by its name, whatever it was before; its removal says what is erased', async () => {
    await node.write(async (tx) => {
      const title = { fr: 'Un autre', original: 'fr' as const };
      const debate = {
        slug: 'kabyle',
        title,
        startsOn: '2026',
        language: 'kab',
        visibility: 'public' as const,
      };
      done(await createDebate(tx, tester, debate));
    });
    for (const [locale, spanish] of [
      ['fr', 'espagnol'],
      ['ar', 'الإسبانية'],
      ['en', 'Spanish'],
    ]) {
      const form = await page(`/${locale}/debates/kabyle/edit`, cookie);
      const select = /<select[^>]*name="language"[\s\S]*?<\/select>/.exec(form)?.[0] ?? '';
      const offered = [...select.matchAll(/<option value="(\w+)"/g)].map(([, code]) => code);
      expect(offered.slice(0, 3)).toEqual(['fr', 'ar', 'en']);
      expect([offered.includes('zgh'), offered.includes('kab'), offered.at(-1)]).toEqual([true, true, 'mul']);
      expect(select).toMatch(new RegExp(`<option value="es"[^>]*>${spanish}</option>`));
      expect(select).toMatch(/<option value="kab"[^>]* selected/);
    }
    expect(await page('/fr/debates/kabyle/remove', cookie)).toContain('effacés pour de bon');
  });
});

describe('the votes of a debate', () => {
  it('that are none come back with words, and nothing is written', async () => {
    const binary = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256);
    for (const [files, words] of [
      [{}, 'Choisissez au moins un fichier de votes'],
      [{ comments }, 'Choisissez au moins un fichier de votes'],
      [{ votes: '' }, 'votes.csv'],
      [{ votes: binary }, 'votes.csv'],
      [{ votes, comments: '\n' }, 'Le fichier est vide'],
      [{ votes: '<script>alert(1)</script>\n1\n' }, 'votes.csv'],
    ] as const) {
      const answer = await send(files);
      const html = await answer.text();
      expect([words, answer.status, html.includes(words)]).toEqual([words, 422, true]);
      expect(html).not.toContain('<script>alert');
    }
    expect(digestIn(await page(office, cookie))).toBe('');
  });

  it('are looked at by who may change it, and given up', async () => {
    expect((await send({ votes, comments }, other)).status).toBe(404);
    expect((await send({ votes, comments })).status).toBe(303);
    const shown = await page(office, cookie);
    expect(shown).toMatch(/votes\.csv, ligne \d+/);
    expect(shown).toContain('2 groupes d’opinion');
    expect(shown).toContain('&lt;script&gt;alert(0)');
    expect(await page('/fr/debates/voted')).toContain('pas encore analysés');
    const given = await post(node, `${office}?/giveUp`, { digest: digestIn(shown) }, { cookie });
    expect(given.status).toBe(303);
    expect(digestIn(await page(office, cookie))).toBe('');
  });

  it('are analysed with accepted statements alone where that is chosen, which stays chosen', async () => {
    const accepted = comments.replace('comment-body', 'comment-body,moderated').replace(/"$/gm, '",1');
    const strictly = accepted.replace(/^19,(.*),1$/m, '19,$1,0');
    const isChecked = (html: string) => /<input type="checkbox" name="strict"[^>]*checked/.test(html);
    expect(isChecked(await page(office, cookie))).toBe(false);
    expect(isChecked(await (await send({ comments }, cookie, true)).text())).toBe(true);
    expect((await send({ votes, comments: strictly }, cookie, true)).status).toBe(303);
    const shown = await page(office, cookie);
    expect([isChecked(shown), shown.includes('a écarté 1 affirmation')]).toEqual([true, true]);
    expect(shown).toContain('Seules les affirmations que la modération a acceptées comptent.');
    expect((await send({ votes, comments: strictly })).status).toBe(303);
    const usual = await page(office, cookie);
    expect([isChecked(usual), usual.includes('a écarté')]).toEqual([false, false]);
    expect(digestIn(usual)).not.toBe(digestIn(shown));
  });

  it('of two who send at once are the last ones; the other decides about none that it has not seen', async () => {
    const second = await openSession(node, 'administrator');
    const fewer = votes.split('\n').slice(0, -100).join('\n');
    const answers = await Promise.all([send({ votes, comments }), send({ votes: fewer, comments }, second)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const last = await page(office, cookie);
    expect(digestIn(last)).toBe(digestIn(await page(office, second)));
    // The same files again, so that it is known which were sent last.
    expect((await send({ votes: fewer, comments }, second)).status).toBe(303);
    const seen = digestIn(await page(office, second));
    expect((await send({ votes, comments })).status).toBe(303);
    for (const action of ['keep', 'giveUp']) {
      const refused = await post(node, `${office}?/${action}`, { digest: seen }, { cookie: second });
      const html = await refused.text();
      expect([refused.status, html.includes('D’autres votes ont été envoyés entre-temps')]).toEqual([
        409,
        true,
      ]);
      expect(digestIn(html)).not.toBe(seen);
    }
    expect(digestIn(await page(office, second))).toBe(digestIn(await page(office, cookie)));
    expect(await page('/fr/debates/voted')).toContain('pas encore analysés');
  });

  it('that are refused leave the preview of those before, by the names of both', async () => {
    const html = await (await send({ votes: 'comment-id,voter-id,vote\n0,NaN,1\n' })).text();
    const text = html.replaceAll(/[\u00a0\u2068\u2069]/g, ' ');
    expect(text).toMatch(/Fichiers refusés : *votes\.csv *\. Rien n’en a été gardé\./);
    expect(text).toMatch(/reste celui de l’envoi précédent : *comments\.csv *et *votes\.csv/);
    expect(text).toContain('« NaN » n’est pas le numéro d’un participant');
    expect(text).toMatch(/Fichiers de cet aperçu : *comments\.csv *et *votes\.csv *\(reçus le/);
  });

  it('find no room while as many wait as may, and are asked for again in a minute', async () => {
    // Each may send so many files in an hour: who sends in the other tests asks for nothing here.
    const asking = await openSession(node, 'administrator');
    const boundary = 'x-boundary';
    const head = [
      `POST ${office}?/send HTTP/1.1`,
      `host: ${new URL(node.publicUrl).host}`,
      `origin: ${node.publicUrl}`,
      `cookie: ${cookie}`,
      `content-type: multipart/form-data; boundary=${boundary}`,
      'content-length: 5000',
    ].join('\r\n');
    const waiting = Array.from({ length: 4 }, () => {
      const socket = connect(Number(new URL(node.url).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`${head}\r\n\r\n--${boundary}\r\n`);
      return socket;
    });
    const settled = async (wanted: (status: number) => boolean) => {
      for (let tries = 0; tries < 20; tries += 1) {
        const answer = await send({ comments }, asking);
        if (wanted(answer.status)) return answer;
        await answer.text();
        await new Promise((done) => setTimeout(done, 250));
      }
      throw new Error('The node stays as it was.');
    };
    const busy = await settled((status) => status === 503);
    expect(busy.headers.get('retry-after')).toBe('60');
    const html = await busy.text();
    expect(html).toContain('réessayez dans une minute');
    expect(digestIn(html)).not.toBe('');
    for (const socket of waiting) socket.destroy();
    expect((await settled((status) => status !== 503)).status).toBe(422);
  });

  it('once kept are told on the debate’s page, in its list and its files; nobody’s own votes are', async () => {
    expect((await send({ votes, comments, attributes })).status).toBe(303);
    const sent = await page(office, cookie);
    for (const words of ['Type d’acteur connu : 60 sur 60', 'Répondent pour plusieurs personnes : 1 sur 60'])
      expect(sent.replaceAll('\u00a0', ' ')).toContain(words);
    expect(sent).toMatch(/participants\.csv, ligne \d+/);
    const digest = digestIn(await page(office, cookie));
    expect((await post(node, `${office}?/keep`, { digest: 'a'.repeat(64) }, { cookie })).status).toBe(409);
    expect((await post(node, `${office}?/keep`, { digest }, { cookie })).status).toBe(303);
    await node.settled();
    for (const path of ['', '/__data.json', '/record.json', '/report.html'])
      for (const locale of ['fr', 'ar', 'en']) {
        const answer = await node.get(`/${locale}/debates/voted${path}`);
        const text = await answer.text();
        expect([path, locale, answer.status]).toEqual([path, locale, 200]);
        expect([path, text.includes(String(PERSON).slice(0, 4))]).toEqual([path, false]);
        if (!path.endsWith('.json')) expect(text).not.toContain('<script>alert');
        expect(text).toContain('Affirmation');
      }
    for (const [locale, type] of [
      ['fr', 'Société civile'],
      ['ar', 'المجتمع المدني'],
    ] as const)
      for (const path of ['', '/report.html']) {
        const told = await page(`/${locale}/debates/voted${path}`);
        // The program's own types stand in its words, others in those of whoever told them.
        const words = [type, '<bdi>Commerce</bdi>'].map((one) => told.includes(one));
        expect([path, ...words]).toEqual([path, true, true]);
      }
    expect(await page('/fr/debates')).toContain('2 groupes d’opinion');
    const { id, version } = await node.services.db.reader
      .selectFrom('debates')
      .select(['id', 'version'])
      .where('slug', '=', 'voted')
      .executeTakeFirstOrThrow();
    const debate = { slug: 'voted', title: { fr: 'Un débat', original: 'fr' as const } };
    const said = { startsOn: '2026-11-20', language: 'es', visibility: 'public' as const };
    await node.write(async (tx) => done(await updateDebate(tx, tester, { ...debate, ...said, id, version })));
    await node.settled();
    for (const path of ['', '/report.html'])
      expect(await page(`/fr/debates/voted${path}`)).toContain('lang="es"');
    const record = JSON.parse(await page('/fr/debates/voted/record.json'));
    expect([record.language, record.report.language]).toEqual(['es', 'es']);
    const file = await node.get(`${office}/votes`, { cookie });
    expect([file.status, await file.text()]).toEqual([200, votes]);
    expect((await node.get(`${office}/votes`)).status).toBe(303);
    expect((await node.get(`${office}/votes`, { cookie: other })).status).toBe(404);
    expect((await node.get(`${office}/comments.csv`, { cookie })).status).toBe(404);
    expect(await page(`${office}/attributes`, cookie)).toBe(attributes);
    expect(await page(`${office}/participants.csv`, cookie)).toContain(
      'participant;actor-type;territory;weight',
    );
    expect((await node.get(`${office}/participants.csv`, { cookie: other })).status).toBe(404);
  });

  it('that would be replaced are named before they go, and the history says which files came', async () => {
    const history = await page('/fr/debates/voted/history', cookie);
    for (const words of ['Votes retenus', 'Fichier de votes', 'comments.csv', 'remplacés ou supprimés ne se'])
      expect(history).toContain(words);
    expect((await send({ votes })).status).toBe(303);
    const preview = await page(office, cookie);
    for (const words of ['retire pour de bon les votes retenus', 'ceux-ci n’en ont pas', 'n’est pas donné'])
      expect(preview).toContain(words);
  });
});
