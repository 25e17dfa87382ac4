import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAction } from '#events/actions/changes.server.ts';
import { gatherEntries } from '#events/board-gathering/changes.server.ts';
import { readBoard } from '#events/board/queries.server.ts';
import { adopt } from '#follow-up/adoptions/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { note, sessionNamed } from '../support/board.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { demonstrationAccount, openSession, post } from '../support/session.ts';
import { inFrench, workshopNamed } from '../support/workshops.ts';
import { giveRole } from '#network/grants/changes.server.ts';

let node: TestNode;
let workshopId: string;
let session: Awaited<ReturnType<typeof sessionNamed>>;
const cookies: Record<string, string> = {};
const page = '/fr/workshops/plenary';
const SECRET = 'Fulan, chef de service';

beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2027-03-20T09:00:00Z') });
  const { db } = node.services;
  workshopId = await workshopNamed(db, 'plenary', { status: 'closed' });
  session = await sessionNamed(db, workshopId, 'Séance de gouvernance');
  await note(db, session.minutesId, 'Une conclusion', { rank: 'a1' });
  await note(db, session.minutesId, 'Une recommandation', { rank: 'a2', kind: 'recommendation' });
  await note(db, session.minutesId, 'Une action', {
    rank: 'a3',
    kind: 'action',
    owner: SECRET,
    due_on: '2027-03-25',
  });
  done(await gatherEntries(db, tester, { workshopId }));
  for (const account of ['administrator', 'rapporteur', 'coordinator-souss-massa'])
    cookies[account] = await openSession(node, account);
  const accountId = await demonstrationAccount(node, 'rapporteur');
  done(await giveRole(db, tester, { accountId, role: 'rapporteur', scope: 'session', on: session.itemId }));
  await node.settled();
});
afterAll(() => node?.stop());

const as = (account: string) => ({ cookie: cookies[account] ?? '' });
const read = async (path: string, account = '') => {
  const answer = await node.get(path, account ? as(account) : {});
  return { status: answer.status, text: await answer.text() };
};
const board = () => readBoard(node.services.db.reader, workshopId);

it('the board is changed by who edits the workshop, read by its rapporteurs, and there for nobody else', async () => {
  for (const path of [`${page}/board`, `${page}/board/projector`, `${page}/actions`]) {
    expect((await read(path)).status).toBe(303);
    expect((await read(path, 'coordinator-souss-massa')).status).toBe(404);
    expect((await read(path, 'rapporteur')).status).toBe(200);
  }
  const [edited, seen] = [
    await read(`${page}/board`, 'administrator'),
    await read(`${page}/board`, 'rapporteur'),
  ];
  for (const text of ['Une conclusion', 'Une recommandation', 'Une action'])
    expect([edited.text.includes(text), seen.text.includes(text)]).toEqual([true, true]);
  expect([edited.text.includes('?/adopt'), seen.text.includes('?/adopt')]).toEqual([true, false]);
  expect((await read(`${page}/board/new`, 'rapporteur')).status).toBe(404);
  const [entry] = await board();
  const fields = { id: entry!.id, version: '1' };
  for (const step of ['adopt', 'leave', 'split', 'back', 'reopen', 'settle', 'gather', 'merge', 'move'])
    for (const account of ['rapporteur', 'coordinator-souss-massa']) {
      const answer = await post(node, `${page}/board?/${step}`, fields, as(account));
      expect([step, account, answer.status]).toEqual([step, account, 404]);
    }
  expect((await board()).map(({ status }) => status)).toEqual(['draft', 'draft', 'draft']);
});

it('whatever is sent to it is refused with a sentence, and nothing is written', async () => {
  const before = JSON.stringify(await board());
  const [entry] = await board();
  const hostile = ['', 'x', newId(), "'; drop table actions;--", '\u0000', '<script>alert(1)</script>'];
  for (const step of ['adopt', 'leave', 'split', 'back', 'reopen', 'settle', 'merge', 'move'])
    for (const id of hostile) {
      const fields = { id, version: 'NaN', ids: id, move: `${id}:1:-4`, source: id, conclusion: id };
      const answer = await post(node, `${page}/board?/${step}`, fields, as('administrator'));
      expect([step, id, answer.status]).toEqual([step, id, 422]);
      expect(await answer.text()).not.toContain('<script>alert');
    }
  const stale = { id: entry!.id, version: '99' };
  expect((await post(node, `${page}/board?/adopt`, stale, as('administrator'))).status).toBe(422);
  for (const query of ['?done=__proto__', '?done=<script>alert(1)</script>', '?done=gathered&count=1e999'])
    expect((await read(`${page}/board${query}`, 'administrator')).text).not.toContain('<script>alert');
  for (const asked of ['x', newId(), '<script>alert(1)</script>'])
    expect((await read(`${page}/board/projector?entry=${asked}`, 'administrator')).status).toBe(200);
  for (const id of ['x', newId()])
    expect((await read(`/fr/actions/${id}`, 'administrator')).status).toBe(404);
  expect(JSON.stringify(await board())).toBe(before);
});

it('what is adopted says on its public page which session it comes from, and the workshop says what came of it', async () => {
  const ids = (await board()).map(({ id }) => id);
  const adopted = [];
  for (const id of ids)
    adopted.push(
      done(
        await adopt(node.services.db, tester, {
          id,
          version: (await board()).find((row) => row.id === id)!.version,
        }),
      ).record,
    );
  await node.settled();
  const { slug, reference } = await node.services.db.reader
    .selectFrom('recommendations')
    .select(['slug', 'reference'])
    .where('id', '=', adopted[1]!.id)
    .executeTakeFirstOrThrow();
  expect(reference).toBe('PLENARY-R1');
  const anchor = (await board())[0]!.sources[0]!.anchor;
  const recommendation = await read(`/fr/recommendations/${slug}`);
  expect(recommendation.text).toContain(`href="/fr/workshops/plenary#item-${anchor}"`);
  const workshop = await read(page);
  expect(workshop.text).toContain(`/fr/recommendations/${slug}`);
  expect(workshop.text).toContain('Une conclusion');
  expect(workshop.text.split(`href="#item-${anchor}"`)).toHaveLength(3);
});

it('actions are public once the workshop is, and name records only', async () => {
  const { db } = node.services;
  const person = await db.reader.selectFrom('people').selectAll().orderBy('id').executeTakeFirstOrThrow();
  const text = inFrench('Confiée à une personne');
  done(await createAction(db, tester, { workshopId, kind: 'action', text, personId: person.id }));
  await node.settled();
  expect((await read(page)).text).not.toContain('Une action');
  await node.write((tx) => updateRecord(tx, tester, 'workshops', workshopId, { status: 'published' }));
  const published = (await read(page)).text;
  for (const said of ['Une action', 'Confiée à une personne', `/fr/people/${person.slug}`, '25 mars 2027'])
    expect([said, published.includes(said)]).toEqual([said, true]);
  expect(published).not.toContain(SECRET);
  expect((await read(`${page}/actions`, 'rapporteur')).text).toContain(SECRET);
});

it('an owner without a role in the workshop settles an action on a page of its own', async () => {
  const { db } = node.services;
  const accountId = await demonstrationAccount(node, 'focal-point-oriental');
  const { id: on } = await db.reader
    .selectFrom('organisations')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  done(await giveRole(db, tester, { accountId, role: 'focal-point', scope: 'organisation', on }));
  const text = inFrench('Confiée au conseil');
  const input = { workshopId, kind: 'action', text, organisationId: on } as const;
  const { id } = done(await createAction(db, tester, input));
  await node.settled();
  cookies['owner'] = await openSession(node, 'focal-point-oriental');
  expect((await read('/fr/my-work', 'owner')).text).toContain(`/fr/actions/${id}`);
  expect((await read(`/fr/actions/${id}`, 'owner')).status).toBe(200);
  expect((await read(`/fr/actions/${id}`, 'coordinator-souss-massa')).status).toBe(404);
  expect((await read(`/fr/actions/${id}/edit`, 'owner')).status).toBe(404);
  const fields = { status: 'dropped', reason: '', language: 'fr', version: '1' };
  expect((await post(node, `/fr/actions/${id}`, fields, as('owner'))).status).toBe(422);
  const sent = await post(node, `/fr/actions/${id}`, { ...fields, reason: 'Sans objet' }, as('owner'));
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/fr/my-work']);
  expect((await read('/fr/my-work', 'owner')).text).not.toContain(`/fr/actions/${id}`);
});

it('nothing of this was an error to the node', () => {
  expect(node.errors).toEqual([]);
});
