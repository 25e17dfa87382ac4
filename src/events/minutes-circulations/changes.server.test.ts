import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Grant } from '#platform/actor/actor.ts';
import { readArchiveInto } from '#platform/archive/restore.ts';
import { writeArchive } from '#platform/archive/write.ts';
import { openDatabase } from '#platform/database/open.ts';
import {
  makeTestLocation,
  openTestDatabase,
  postgresAtHand,
  testEngine,
  type TestDatabase,
} from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { administrator, holding, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { addItem } from '../programme/changes.server.ts';
import { answerApproval, replyToRemark } from '../minutes-approvals/changes.server.ts';
import { newReplica, receive, send, write, type Replica } from '../minutes-replica/model.ts';
import { listSeals, sha256Of } from '../minutes-seals/queries.server.ts';
import { syncMinutes } from '../minutes-sync/changes.server.ts';
import { openMinutes } from '../minutes/changes.server.ts';
import { minutesDuties } from '../minutes/queries.server.ts';
import { circulateMinutes, correctMinutes, sealMinutes, withdrawCirculation } from './changes.server.ts';
import { listCirculations } from './queries.server.ts';

let db: TestDatabase;
let minutesId: string;
let entry: string;
let device: Replica;
let count = 0;
const at = '2027-03-10T09:00:00.000Z';
const clock = () => new Date(at);
const title = { workshop: 'Rencontre', session: 'Gouvernance' };
const sending = { clock, publicUrl: 'http://localhost:3000', titles: { fr: title, ar: title, en: title } };
const approvers = ['a', 'b', 'c'].map((name) => ({
  name: `Point focal ${name}`,
  email: `${name}@example.org`,
  locale: 'fr' as const,
}));

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const workshopId = await workshopNamed(db, `circulation-${(count += 1)}`);
  const session = { workshopId, kind: 'session' as const, title: inFrench('Gouvernance'), contributions: [] };
  const itemId = done(await addItem(db, administrator, session)).id;
  minutesId = done(await openMinutes(db, administrator, { itemId })).id;
  device = newReplica(minutesId, newId());
  entry = newId();
  expect(await put({ rank: 'a0', kind: 'decision', text_fr: 'Un réseau est créé.' })).toBe('applied');
});

async function put(set: Parameters<typeof write>[2]): Promise<string | undefined> {
  device = write(device, entry, set, { id: newId(), at });
  const sent = send(device, at, null);
  const { answer } = done(await syncMinutes(db, administrator, { minutesId, ...sent.request }, clock));
  device = receive(sent.replica, answer);
  return answer.outcomes[0]?.outcome;
}

async function ref() {
  const row = await db.reader
    .selectFrom('minutes')
    .select('version')
    .where('id', '=', minutesId)
    .executeTakeFirstOrThrow();
  return { minutesId, version: row.version };
}

/** Sends the minutes out. @returns the tokens of the letters, in the order of the approvers */
async function circulate(needed = 2): Promise<string[]> {
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  done(await circulateMinutes(db, administrator, { minutesId, needed, approvers }, sending));
  const letters = await db.reader.selectFrom('mail_messages').select('text').orderBy('to_address').execute();
  return letters.map(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? '');
}

const answer = (token: string, given: 'approved' | 'changes', text?: string) =>
  answerApproval(
    db,
    { token, answer: given, language: 'fr', remarks: text ? [{ entryId: entry, text }] : [] },
    clock,
  );

it('seals what was approved by enough of those who were asked', async () => {
  const [a = '', b = '', c = ''] = await circulate();
  expect(await put({ text_fr: 'Autre chose.' })).toBe('late');
  expect((await answer(a, 'approved')).ok).toBe(true);
  expect(await sealMinutes(db, administrator, await ref(), clock)).toMatchObject({
    reason: 'events_minutes_problem_not_approved',
  });
  expect(await answer(b, 'changes')).toMatchObject({ reason: 'events_minutes_problem_which_changes' });
  expect((await answer(b, 'changes', 'Préciser qui.')).ok).toBe(true);
  expect((await answer(c, 'approved')).ok).toBe(true);
  const { sha256 } = done(await sealMinutes(db, administrator, await ref(), clock));
  const [seal] = await listSeals(db.reader, minutesId);
  expect(seal).toMatchObject({ edition: 1, approved: 2, asked: 3, sha256 });
  expect(sha256Of(seal?.content ?? '')).toBe(sha256);
  expect(JSON.parse(seal?.content ?? '').entries).toEqual([
    {
      kind: 'decision',
      original: 'fr',
      fr: 'Un réseau est créé.',
      ar: null,
      en: null,
      owner: null,
      due: null,
      speaker: null,
    },
  ]);
  expect(await answer(b, 'approved')).toMatchObject({ reason: 'events_minutes_problem_over' });
});

it('counts an answer or refuses it, where it comes while the text is being sealed', async () => {
  const [a = '', b = ''] = await circulate(1);
  await answer(a, 'approved');
  const sealed = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const seen = await ref();
  const sealing = db.transaction(async (tx) => {
    done(await sealMinutes(tx, administrator, seen, clock));
    sealed.resolve();
    // The answer is under way before the seal is there for others to see.
    await Promise.race([answered.promise, new Promise((resolve) => setTimeout(resolve, 300))]);
  });
  await sealed.promise;
  const late = answer(b, 'changes', 'Préciser qui.').finally(() => answered.resolve());
  await sealing;
  expect(await late).toMatchObject({ reason: 'events_minutes_problem_over' });
  const [circulation] = await listCirculations(db.reader, minutesId);
  expect(circulation?.remarks).toEqual([]);
});

it('takes a text back, and asks anew about the next', async () => {
  const [a = '', b = ''] = await circulate();
  await answer(a, 'approved');
  await answer(b, 'changes', 'Préciser qui.');
  const [sent] = await listCirculations(db.reader, minutesId);
  const reply = { remarkId: sent?.remarks[0]?.id ?? '', text: 'C’est fait.', language: 'fr' as const };
  expect((await replyToRemark(db, administrator, reply, clock)).ok).toBe(true);
  const stranger = holding({ role: 'rapporteur', scope: 'session', on: newId() });
  expect(await replyToRemark(db, stranger, reply)).toMatchObject({ reason: 'platform_refused_not_allowed' });
  done(await withdrawCirculation(db, administrator, await ref(), clock));
  expect(await put({ text_fr: 'Les douze régions créent un réseau.' })).toBe('applied');
  expect(await answer(a, 'approved')).toMatchObject({ reason: 'events_minutes_problem_over' });
  const tokens = await circulate(1);
  expect(tokens).not.toContain(a);
  await answer(tokens[0] ?? '', 'approved');
  done(await sealMinutes(db, administrator, await ref(), clock));
  const rounds = await listCirculations(db.reader, minutesId);
  expect(rounds.map(({ circulation }) => [circulation.number, circulation.status])).toEqual([
    [2, 'sealed'],
    [1, 'withdrawn'],
  ]);
  expect(rounds[1]?.remarks[0]).toMatchObject({ text: 'Préciser qui.', reply: 'C’est fait.' });
});

it('is what its rapporteur owes, until it is sealed, and nobody else', async () => {
  const { item_id, workshop_id } = await db.reader
    .selectFrom('minutes')
    .selectAll()
    .where('id', '=', minutesId)
    .executeTakeFirstOrThrow();
  const owed = async (...grants: Grant[]) =>
    (await minutesDuties(db.reader, holding(...grants))).map(({ kind, href }) => [
      kind,
      href.split('/').at(-1),
    ]);
  const session: Grant = { role: 'rapporteur', scope: 'session', on: item_id };
  const workshop: Grant = { role: 'rapporteur', scope: 'workshop', on: workshop_id };
  expect(await owed(session)).toEqual([['minutes', 'session']]);
  expect(await owed(workshop)).toEqual([['minutes', 'session']]);
  expect(await owed({ ...session, on: newId() })).toEqual([]);
  expect(await owed({ role: 'facilitator', scope: 'workshop', on: workshop_id })).toEqual([]);
  const [a = ''] = await circulate(1);
  expect(await owed(session)).toEqual([]);
  await answer(a, 'approved');
  expect(await owed(session)).toEqual([['minutes-answers', 'approval']]);
  done(await sealMinutes(db, administrator, await ref(), clock));
  expect(await owed(session)).toEqual([]);
});

it('refuses to circulate what is empty, contested, or sent already, and whom it can’t ask', async () => {
  const circulateWith = (change: object) =>
    circulateMinutes(db, administrator, { minutesId, needed: 1, approvers, ...change }, sending);
  expect(await circulateWith({ needed: 4 })).toMatchObject({
    field: 'needed',
    reason: 'events_minutes_problem_more_than_asked',
  });
  expect(await circulateWith({ approvers: [] })).toMatchObject({ reason: 'events_minutes_problem_nobody' });
  const twice = [approvers[0]!, { ...approvers[0]!, email: 'A@example.org' }];
  expect(await circulateWith({ approvers: twice })).toMatchObject({
    reason: 'events_minutes_problem_asked_twice',
  });
  await put({ removed: 1 });
  expect(await circulateWith({})).toMatchObject({ reason: 'events_minutes_problem_empty' });
  await put({ removed: 0 });
  const other = write(newReplica(minutesId, newId()), entry, { text_fr: 'Autre' }, { id: newId(), at });
  const request = send(other, at, null).request;
  const contested = { ...request, operations: request.operations.map((one) => ({ ...one, base: 1 })) };
  await put({ text_fr: 'Un réseau naît.' });
  done(await syncMinutes(db, administrator, { minutesId, ...contested }, clock));
  expect(await circulateWith({})).toMatchObject({ reason: 'events_minutes_problem_rivals' });
  expect(
    await db.reader.selectFrom('mail_messages').select('id').where('to_address', '=', 'z').execute(),
  ).toEqual([]);
});

it('lets nobody change sealed minutes, by any door, and corrects them in a next edition', async () => {
  const [a = ''] = await circulate(1);
  await answer(a, 'approved');
  done(await sealMinutes(db, administrator, await ref(), clock));
  const doors = [
    `update minutes_entries set text_fr = 'faux' where id = '${entry}'`,
    `update minutes_entries set removed = 1 where id = '${entry}'`,
    `delete from minutes_entries where id = '${entry}'`,
    `insert into minutes_entries (id, minutes_id, version, sequence, begun_at, changed_at, kind, rank, text_original,
       consent, removed) values ('${newId()}', '${minutesId}', 1, 1, '', '', 'decision', 'a1', 'fr', 0, 0)`,
    `update minutes_seals set content = '{}' where minutes_id = '${minutesId}'`,
    `delete from minutes_seals where minutes_id = '${minutesId}'`,
    `update minutes set status = 'open' where id = '${minutesId}'`,
    `update minutes set edition = 3, status = 'open' where id = '${minutesId}'`,
    `delete from minutes where id = '${minutesId}'`,
  ];
  for (const door of doors) await expect(db.script(door), door).rejects.toThrow(/sealed|foreign key/i);
  expect(await put({ text_fr: 'Trop tard.' })).toBe('late');
  done(await correctMinutes(db, administrator, await ref(), clock));
  expect(await put({ text_fr: 'Un réseau de douze régions est créé.' })).toBe('applied');
  const [b = ''] = await circulate(1);
  await answer(b, 'approved');
  done(await sealMinutes(db, administrator, await ref(), clock));
  const seals = await listSeals(db.reader, minutesId);
  expect(seals.map(({ edition, content }) => [edition, JSON.parse(content).entries[0].fr])).toEqual([
    [2, 'Un réseau de douze régions est créé.'],
    [1, 'Un réseau est créé.'],
  ]);
});

it('keeps links and tokens out of the journal and the tables', async () => {
  const [token = ''] = await circulate();
  const journal = await db.reader.selectFrom('journal').select(['before', 'after']).execute();
  const approvals = await db.reader.selectFrom('minutes_approvals').selectAll().execute();
  expect(token.length).toBeGreaterThan(40);
  expect(JSON.stringify(approvals)).not.toContain(token);
  expect(JSON.stringify(journal)).not.toContain(token);
  expect(JSON.stringify(journal)).not.toContain('a@example.org');
});

const engines = postgresAtHand ? (['sqlite', 'postgres'] as const) : [testEngine];

it.each(engines)('moves in an archive to %s, and is sealed there as well', async (engine) => {
  const [a = ''] = await circulate(1);
  await answer(a, 'approved');
  done(await sealMinutes(db, administrator, await ref(), clock));
  const { location, remove } = await makeTestLocation(engine);
  const file = join(location.dataFolder, 'kept', 'node.tar');
  await writeArchive(db.location, file);
  await readArchiveInto(location, file);
  const there = openDatabase(location);
  try {
    expect(await listSeals(there.reader, minutesId)).toEqual(await listSeals(db.reader, minutesId));
    const forged = `update minutes_entries set text_fr = 'faux' where id = '${entry}'`;
    await expect(there.script(forged)).rejects.toThrow(/sealed/);
  } finally {
    await there.close();
    await remove();
  }
});
