import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { OrganisationType } from '#network/organisations/model.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { anonymous, NETWORK, type Actor, type Role, type Scope } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { changesOf } from '#platform/journal/history.ts';
import { done } from '#platform/records/outcome.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { createParty } from '../parties/changes.server.ts';
import { createReport, submitReport } from '../reports/changes.server.ts';
import { decideReport } from '../validations/changes.server.ts';
import {
  decideReading,
  readingsHolder,
  replyToReading,
  submitReading,
  updateReading,
  withdrawReading,
} from './changes.server.ts';
import { listReaders, listReadings, readingDuties, readReading } from './queries.server.ts';
import { readingNotices } from './reactions.server.ts';

const now = new Date('2027-04-02T08:00:00Z');
const clock = () => now;
const notAllowed = { ok: false, reason: 'platform_refused_not_allowed' };
const accounts: Record<string, string> = {};
const places: Record<string, string> = {};
let db: TestDatabase;
let commitment: string;
let report: string;

async function account(name: string, role: Role, scope: Scope, on: string, locale: 'fr' | 'ar' = 'fr') {
  const input = { name, email: `${name}@region.example`, locale };
  const id = (accounts[name] = done(await createAccount(db, administrator, input)).id);
  done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale, notices: 'each' }));
  done(await giveRole(db, administrator, { accountId: id, role, scope, on }));
}
const as = async (name: string): Promise<Actor> => (await readVisitor(db.reader, accounts[name]!))!.actor;

const organisation = async (slug: string, type: OrganisationType) =>
  (places[slug] = done(
    await createOrganisation(db, administrator, { slug, type, level: 'local', name: inFrench(slug) }),
  ).id);

beforeAll(async () => {
  db = await openTestDatabase();
  const region = async (slug: string, code: string) =>
    (places[slug] = done(
      await createTerritory(db, administrator, { slug, level: 'region', code, name: inFrench(slug) }),
    ).id);
  const [oriental, souss] = [await region('oriental', 'MA-02'), await region('souss', 'MA-09')];
  await account('point', 'focal-point', 'organisation', await organisation('lead', 'regional-council'));
  await account('validator', 'validator', 'organisation', places['lead']!);
  const association = await organisation('association', 'association');
  await account('member', 'member', 'organisation', association, 'ar');
  await account('colleague', 'focal-point', 'organisation', association);
  await account('reader', 'reader', 'organisation', association);
  await account('scholar', 'member', 'organisation', await organisation('university', 'university'));
  await account('officer', 'focal-point', 'organisation', await organisation('ministry', 'ministry'));
  await account('partner', 'member', 'organisation', await organisation('party', 'association'));
  await account('regional', 'coordinator', 'territory', oriental);
  await account('elsewhere', 'coordinator', 'territory', souss);
  await account('network', 'coordinator', 'network', NETWORK);
  commitment = done(
    await createCommitment(db, administrator, {
      slug: 'counter',
      title: inFrench('Un guichet'),
      deliverable: inFrench('Un guichet ouvert'),
      kind: 'service',
      organisationId: places['lead']!,
      dueOn: '2027-06-30',
      visibility: 'public',
    }),
  ).id;
  const from = { kind: 'commitments' as const, id: commitment };
  const to = { kind: 'territories' as const, id: oriental };
  done(await createLink(db, administrator, { from, relation: 'concerns', to }));
  done(await createParty(db, administrator, { commitmentId: commitment, organisationId: places['party']! }));
});
afterAll(() => db.close());

beforeEach(async () => {
  report = await begin();
  done(await submitReport(db, await as('point'), { id: report, version: 1 }, clock));
  done(
    await decideReport(db, await as('validator'), { id: report, version: 2, decision: 'validated' }, clock),
  );
  await db.transaction(async (tx) => {
    await tx.deleteFrom('readings').execute();
    await tx.deleteFrom('notices').execute();
    await tx.deleteFrom('mail_messages').execute();
  });
});

const begin = async () =>
  done(
    await createReport(
      db,
      await as('point'),
      {
        commitmentId: commitment,
        organisationId: places['lead']!,
        periodStartsOn: '2027-01-01',
        periodEndsOn: '2027-03-31',
        status: 'completed',
        narrative: inFrench('Le guichet est ouvert.'),
      },
      clock,
    ),
  ).id;
const content = {
  judgement: 'disagrees' as const,
  ownStatus: 'in-progress' as const,
  text: { ar: 'الشبّاك مغلق منذ شهر.', original: 'ar' as const },
  sources: 'https://association.example/visite\n\n https://association.example/photo ',
};
const submit = async (by = 'member', values: object = {}, of = 'association', on = report) =>
  submitReading(
    db,
    await as(by),
    { reportId: on, organisationId: places[of]!, ...content, ...values } as never,
    clock,
  );
const row = (id: string) =>
  db.reader.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const seen = async (id: string) => ({ id, version: (await row(id)).version });
const decide = async (id: string, by: string, values: object) =>
  decideReading(db, await as(by), { ...(await seen(id)), language: 'fr', ...values } as never, clock);
const publish = (id: string, by = 'network') => decide(id, by, { decision: 'published' });
const reply = async (id: string, by = 'point') =>
  replyToReading(db, await as(by), { ...(await seen(id)), reply: inFrench('Il rouvre lundi.') }, clock);
const statusOf = async () =>
  (
    await db.reader
      .selectFrom('commitments')
      .select('status')
      .where('id', '=', commitment)
      .executeTakeFirstOrThrow()
  ).status;

async function letters() {
  const secrets = openSecrets(db.location.dataFolder);
  await tellDue(db, { writers: readingNotices, publicUrl: 'https://network.example', secrets, clock });
  const rows = await db.reader
    .selectFrom('mail_messages')
    .select(['to_address', 'text'])
    .where('purpose', '=', 'notices')
    .orderBy('to_address')
    .execute();
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  return rows.map(({ to_address, text }) => `${to_address.split('@')[0]}: ${text}`);
}
const told = async () => (await letters()).map((letter) => letter.split(':')[0]);

describe('a reading', () => {
  it('is handed in, published and replied to, each is told, and the official status stays', async () => {
    const { id } = done(await submit());
    expect(await told()).toEqual(['network', 'regional']);
    done(await publish(id, 'regional'));
    const [mine, theirs, ...none] = await letters();
    expect(none).toEqual([]);
    expect(mine).toMatch(/^member: [^]*نُشرت قراءة/);
    expect(mine).toContain(`/ar/commitments/counter/reports/${report}#reading-${id}`);
    expect(theirs).toMatch(/^point: [^]*a publié sa lecture de votre rapport/);
    done(await reply(id));
    expect(await told()).toEqual(['member']);
    expect(await listReadings(db.reader, anonymous, [report])).toMatchObject([
      {
        id,
        judgement: 'disagrees',
        own_status: 'in-progress',
        text_ar: 'الشبّاك مغلق منذ شهر.',
        text_original: 'ar',
        sources: 'https://association.example/visite\nhttps://association.example/photo',
        reply_fr: 'Il rouvre lundi.',
      },
    ]);
    expect(await statusOf()).toBe('completed');
    expect((await changesOf(db.reader, id)).map(({ verb }) => verb)).toEqual(['update', 'update', 'create']);
  });

  it('is declined with an answer, which its author reads and coordinators, and nobody else', async () => {
    const { id } = done(await submit());
    await letters();
    expect(await decide(id, 'network', { decision: 'declined' })).toEqual({
      ok: false,
      reason: 'platform_problem_required',
      field: 'answer',
    });
    done(await decide(id, 'network', { decision: 'declined', answer: 'Une personne y est nommée.' }));
    expect(await letters()).toEqual([expect.stringMatching(/^member: [^]*Une personne y est nommée\./)]);
    const names = Object.keys(accounts);
    const readers: string[] = [];
    for (const name of names)
      if ((await readReading(db.reader, await as(name), id)) !== undefined) readers.push(name);
    expect(readers).toEqual(['member', 'regional', 'network']);
    expect(await listReadings(db.reader, anonymous, [report])).toEqual([]);
    // Another may follow it.
    done(await submit());
  });

  it('is of who belongs to an association or a university that has no part in the commitment', async () => {
    expect(await submit('reader')).toEqual(notAllowed);
    expect(await submit('officer', {}, 'ministry')).toEqual(notAllowed);
    expect(await submit('partner', {}, 'party')).toEqual(notAllowed);
    expect(await submit('scholar', {}, 'association')).toEqual(notAllowed);
    expect(await submit('network')).toEqual(notAllowed);
    expect(await submitReading(db, administrator, { reportId: report, ...content } as never)).toEqual(
      notAllowed,
    );
    done(await submit('scholar', {}, 'university'));
    expect((await listReaders(db.reader, await as('colleague'), report)).map(({ slug }) => slug)).toEqual([
      'association',
    ]);
  });

  it('is of a report that everybody reads', async () => {
    const draft = await begin();
    expect(await submit('member', {}, 'association', draft)).toEqual(notAllowed);
    const { id } = done(await submit());
    await db.transaction((tx) =>
      tx.updateTable('reports').set({ stage: 'returned' }).where('id', '=', report).execute(),
    );
    expect(await publish(id)).toEqual({ ok: false, reason: 'follow_up_problem_report_not_public' });
    await db.transaction((tx) =>
      tx.updateTable('readings').set({ stage: 'published' }).where('id', '=', id).execute(),
    );
    expect(await listReadings(db.reader, anonymous, [report])).toEqual([]);
    expect(await listReadings(db.reader, await as('officer'), [report])).toEqual([]);
    expect(await listReadings(db.reader, await as('member'), [report])).toHaveLength(1);
  });

  it('is one of each organisation, also where two hand it in at once', async () => {
    const answers = await Promise.all([submit('member'), submit('colleague')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      reason: 'follow_up_problem_read_already',
      field: 'organisationId',
    });
  });

  it('says a status of its own only where that is another', async () => {
    const same = done(await submit('member', { ownStatus: 'completed' })).id;
    expect((await row(same)).own_status).toBe(null);
    const agrees = done(await submit('scholar', { judgement: 'agrees' }, 'university')).id;
    expect((await row(agrees)).own_status).toBe(null);
  });

  it('refuses sources that are no web addresses, and more than ten', async () => {
    expect(await submit('member', { sources: 'javascript:alert(1)' })).toMatchObject({
      reason: 'platform_problem_not_an_address',
      field: 'sources',
    });
    expect(await submit('member', { sources: 'https://a.example\n'.repeat(11) })).toMatchObject({
      reason: 'follow_up_problem_too_many_sources',
    });
  });

  it('is changed by its author until it is decided, in the version that was read', async () => {
    const { id } = done(await submit());
    const changed = { id, version: 1, ...content, judgement: 'partly' as const };
    expect(await updateReading(db, await as('colleague'), changed)).toEqual(notAllowed);
    done(await updateReading(db, await as('member'), changed));
    expect(await updateReading(db, await as('member'), changed)).toMatchObject({
      reason: 'platform_refused_stale',
    });
    expect(
      await decideReading(db, await as('network'), { id, version: 1, decision: 'published', language: 'fr' }),
    ).toMatchObject({ reason: 'platform_refused_stale' });
    done(await publish(id));
    expect(await updateReading(db, await as('member'), { ...changed, version: 3 })).toEqual({
      ok: false,
      reason: 'follow_up_problem_reading_decided',
    });
  });

  it('is withdrawn by its author, once published by its organisation as well, and is gone then', async () => {
    const { id } = done(await submit());
    expect(await withdrawReading(db, await as('colleague'), await seen(id))).toEqual(notAllowed);
    done(await publish(id));
    for (const name of ['point', 'network', 'reader', 'scholar'])
      expect(await withdrawReading(db, await as(name), await seen(id))).toEqual(notAllowed);
    done(await withdrawReading(db, await as('colleague'), await seen(id)));
    expect(await listReadings(db.reader, anonymous, [report])).toEqual([]);
    expect(await reply(id)).toMatchObject({ reason: 'platform_refused_stale' });
    expect(await publish(id)).toMatchObject({ reason: 'follow_up_problem_reading_decided' });
  });

  it('is decided by who coordinates there, neither who wrote it nor who handed in the report', async () => {
    const { id } = done(await submit());
    for (const name of ['elsewhere', 'point', 'validator', 'member', 'officer'])
      expect(await publish(id, name)).toEqual(notAllowed);
    const held = { role: 'coordinator', scope: 'network', on: NETWORK } as const;
    const given: string[] = [];
    for (const name of ['member', 'point'])
      given.push(done(await giveRole(db, administrator, { accountId: accounts[name]!, ...held })).id);
    expect(await publish(id, 'member')).toEqual({ ok: false, reason: 'follow_up_problem_own_reading' });
    expect(await publish(id, 'point')).toEqual({
      ok: false,
      reason: 'follow_up_problem_reading_of_own_report',
    });
    const owed = async (name: string) =>
      (await readingDuties(db.reader, await as(name))).map(({ href }) => href);
    const href = `/commitments/counter/reports/${report}/readings#reading-${id}`;
    expect(await owed('member')).toEqual([]);
    expect(await owed('point')).toEqual([]);
    expect(await owed('network')).toEqual([href]);
    expect(await owed('regional')).toEqual([href]);
    expect(await owed('elsewhere')).toEqual([]);
    await db.transaction((tx) => tx.deleteFrom('grants').where('id', 'in', given).execute());
    done(await publish(id));
    expect(await owed('network')).toEqual([]);
  });

  it('is replied to by who speaks for the institution whose report it is', async () => {
    const { id } = done(await submit());
    expect(await reply(id)).toMatchObject({ reason: 'platform_refused_stale' });
    done(await publish(id));
    for (const name of ['member', 'officer', 'validator', 'partner'])
      expect(await reply(id, name)).toEqual(notAllowed);
    done(await reply(id));
  });

  it('forgets who wrote and who decided it, and stays', async () => {
    const { id } = done(await submit('scholar', {}, 'university'));
    done(await publish(id));
    const person = (name: string) => ({ accountId: accounts[name]!, name, address: '' });
    expect(await readingsHolder.export(db.reader, person('scholar'))).toMatchObject([
      { name: 'readings', rows: [{ record: 'university', text: 'الشبّاك مغلق منذ شهر.' }] },
    ]);
    for (const name of ['scholar', 'network'])
      await db.transaction((tx) => readingsHolder.erase(tx, person(name), { actor: administrator, clock }));
    expect(await row(id)).toMatchObject({ written_by: null, decided_by: null, stage: 'published' });
    expect(await readingsHolder.export(db.reader, person('scholar'))).toMatchObject([{ rows: [] }]);
  });
});
