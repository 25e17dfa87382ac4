import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerApproval } from '#events/minutes-approvals/changes.server.ts';
import { circulateMinutes, sealMinutes } from '#events/minutes-circulations/changes.server.ts';
import { listSeals } from '#events/minutes-seals/queries.server.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { run } from '../../cli/testing.ts';
import { note, sessionNamed } from '../support/board.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';
import { workshopNamed } from '../support/workshops.ts';

/* Sealed minutes, and every door by which somebody might write in them: each is refused, and says so. */

let node: TestNode;
let cookie: string;
let minutesId: string;
let entry: string;
let token: string;
let seal: unknown;
const page = '/workshops/sealed-doors/minutes/session';

beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2027-03-20T09:00:00Z') });
  const { db, clock } = node.services;
  const workshopId = await workshopNamed(db, 'sealed-doors', { status: 'closed' });
  ({ minutesId } = await sessionNamed(db, workshopId, 'Gouvernance'));
  entry = await note(db, minutesId, 'Un réseau est créé.', { kind: 'decision' });
  const title = { workshop: 'Rencontre', session: 'Gouvernance' };
  const sending = { clock, publicUrl: node.publicUrl, titles: { fr: title, ar: title, en: title } };
  const approvers = [{ name: 'Point focal', email: 'point@example.org', locale: 'fr' as const }];
  done(await circulateMinutes(db, tester, { minutesId, needed: 1, approvers }, sending));
  const letter = await db.reader
    .selectFrom('mail_messages')
    .select('text')
    .where('to_address', '=', 'point@example.org')
    .executeTakeFirstOrThrow();
  token = /token=([\w-]+)/.exec(letter.text)![1]!;
  done(await answerApproval(db, { token, answer: 'approved', language: 'fr', remarks: [] }, clock));
  done(await sealMinutes(db, tester, { minutesId, version: 2 }, clock));
  seal = await standing();
  cookie = await openSession(node, 'administrator');
  await node.settled();
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

/** All that stands of the minutes, but the notes that came too late. */
async function standing() {
  const { reader } = node.services.db;
  const entries = await reader
    .selectFrom('minutes_entries')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .execute();
  const minutes = await reader
    .selectFrom('minutes')
    .select(['status', 'edition', 'version', 'item_id'])
    .where('id', '=', minutesId)
    .execute();
  return { entries, minutes, seals: await listSeals(reader, minutesId) };
}

const operation = (text_fr: string) => ({
  id: newId(),
  entry,
  base: 1,
  set: { text_fr },
  writtenAt: '2027-03-20T08:59:00.000Z',
});

it.each([
  ['fr', 'Ce procès-verbal n’est pas ouvert à la rédaction.'],
  ['ar', 'هذا المحضر غير مفتوح للتحرير.'],
])('by its form, in %s', async (locale, sentence) => {
  const forms = [
    ['write', { entry, base: '1', text_fr: 'Tout autre chose' }],
    ['write', { entry, base: '1', removed: '1' }],
    ['write', { entry, base: '1', move: 'up' }],
    ['add', { kind: 'decision' }],
  ] as const;
  for (const [action, fields] of forms) {
    const answer = await post(node, `/${locale}${page}?/${action}`, fields as never, { cookie });
    const text = await answer.text();
    expect([action, answer.status, text.includes(sentence)]).toEqual([action, 422, true]);
    // What was typed is given back.
    if ('text_fr' in fields) expect(text).toContain('Tout autre chose');
  }
  expect(await standing()).toEqual(seal);
});

it('by what a device sends, which is told that it came too late and keeps it', async () => {
  const body = { device: newId(), since: 0, sentAt: '2027-03-20T09:00:00.000Z', entry: null };
  const one = operation('Tout autre chose');
  const answer = await fetch(`${node.url}/api/minutes/${minutesId}`, {
    method: 'POST',
    headers: { cookie, origin: node.publicUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, operations: [one] }),
  });
  expect(await answer.json()).toMatchObject({
    outcomes: [{ id: one.id, outcome: 'late' }],
    status: 'sealed',
  });
  expect(await standing()).toEqual(seal);
});

it('by a file of notes, which then lie beside the minutes and are shown there', async () => {
  const notes = JSON.stringify({
    format: 'indimaj-minutes-notes',
    minutes: minutesId,
    device: newId(),
    operations: [operation('Venu par un fichier')],
  });
  const send = (action: string, fields: Record<string, string>) => {
    const form = new FormData();
    form.set('file', new Blob([notes], { type: 'application/json' }), 'notes.json');
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return fetch(`${node.url}/fr${page}/file?/${action}`, {
      method: 'POST',
      headers: { cookie, origin: new URL(node.publicUrl).origin, accept: 'text/html' },
      body: form,
      redirect: 'manual',
    });
  };
  const preview = await (await send('preview', {})).text();
  const digest = /name="digest"[^>]*value="([0-9a-f]{64})"/.exec(preview)![1]!;
  const taken = await send('confirm', { digest });
  expect([taken.status, taken.headers.get('location')]).toEqual([303, `/fr${page}/file#late`]);
  const shown = await (await node.get(`/fr${page}/file`, { cookie })).text();
  expect(shown).toContain('Venu par un fichier');
  expect(shown).toContain('id="late"');
  expect(await standing()).toEqual(seal);
});

it('by the steps of approval, and by the letter that asked for it', async () => {
  const steps = {
    withdraw: 'Ce procès-verbal n’est pas en cours d’approbation.',
    seal: 'Ce procès-verbal n’est pas en cours d’approbation.',
  };
  for (const [step, sentence] of Object.entries(steps)) {
    const answer = await post(node, `/fr${page}/approval?/${step}`, { version: '3' }, { cookie });
    expect([step, answer.status, (await answer.text()).includes(sentence)]).toEqual([step, 422, true]);
  }
  const late = await post(node, '/fr/approval', { token, answer: 'changes', 'remark.whole': 'Non.' }, {});
  expect([late.status, (await late.text()).includes('n’attend plus de réponse')]).toEqual([422, true]);
  expect(await standing()).toEqual(seal);
});

it('by the command line, which knows no way to write minutes', async () => {
  const answer = await run(['import', 'minutes', 'notes.json'], { location: node.location });
  expect(answer.code).not.toBe(0);
  expect(answer.errors.join(' ')).toContain('minutes');
  expect(await standing()).toEqual(seal);
});

it('by the database itself', async () => {
  const { db } = node.services;
  const doors = [
    `update minutes_entries set text_fr = 'faux' where id = '${entry}'`,
    `delete from minutes_entries where id = '${entry}'`,
    `update minutes_seals set content = '{}' where minutes_id = '${minutesId}'`,
    `delete from minutes_seals where minutes_id = '${minutesId}'`,
    `update minutes set status = 'open' where id = '${minutesId}'`,
  ];
  for (const door of doors) await expect(db.script(door), door).rejects.toThrow(/sealed/i);
  expect(await standing()).toEqual(seal);
});
