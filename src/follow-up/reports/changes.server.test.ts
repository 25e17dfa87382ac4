import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { anonymous, type Actor, type Role } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { columns } from '#platform/locale/text.ts';
import { administrator, coordinator, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { confirmReport, decideReport } from '../validations/changes.server.ts';
import { createReport, submitReport, takeBackReport, updateReport } from './changes.server.ts';
import {
  listOverlapping,
  listReports,
  readReport,
  reportAt,
  reportDuties,
  withFigures,
} from './queries.server.ts';
import { reportNotices } from './reactions.server.ts';

let db: TestDatabase;
let commitment: string;
let lead: string;
let confirmer: string;
let elsewhere: string;
let indicator: string;
let scale: string;
let now = new Date('2027-03-12T08:00:00Z');
const clock = () => now;
const accounts: Record<string, string> = {};

async function account(name: string, role: Role, on: string, locale: 'fr' | 'ar' = 'fr') {
  const input = { name, email: `${name}@region.example`, locale };
  const id = (accounts[name] = done(await createAccount(db, administrator, input)).id);
  done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale, notices: 'each' }));
  done(await giveRole(db, administrator, { accountId: id, role, scope: 'organisation', on }));
}
const as = async (name: string): Promise<Actor> => (await readVisitor(db.reader, accounts[name]!))!.actor;

let made = 0;
const commit = async (values: object = {}) =>
  done(
    await createCommitment(
      db,
      administrator,
      {
        slug: `commitment-${(made += 1)}`,
        title: inFrench('Un guichet'),
        deliverable: inFrench('Un guichet ouvert'),
        kind: 'service',
        organisationId: lead,
        dueOn: '2027-06-30',
        visibility: 'public',
        ...values,
      } as never,
      clock,
    ),
  ).id;

beforeAll(async () => {
  db = await openTestDatabase();
  lead = await organisationNamed(db, 'lead');
  confirmer = await organisationNamed(db, 'confirmer');
  elsewhere = await organisationNamed(db, 'elsewhere');
  await account('point', 'focal-point', lead);
  await account('alternate', 'alternate', lead, 'ar');
  await account('validator', 'validator', lead);
  await account('confirmer', 'validator', confirmer);
  await account('stranger', 'focal-point', elsewhere);
  await account('judge', 'validator', elsewhere);
});
afterAll(() => db.close());

beforeEach(async () => {
  now = new Date('2027-03-12T08:00:00Z');
  commitment = await commit({ confirmedById: confirmer });
  await db.transaction(async (tx) => {
    const never = { baseline_on: null, target: null, target_on: null };
    const standing = { baseline: '0', direction: 'up' as const, ...never };
    const measured = (name: string, kind: 'number' | 'scale', position: number) =>
      createRecord(tx, administrator, 'indicators', {
        ...standing,
        commitment_id: commitment,
        kind,
        position,
        ...columns('name', inFrench(name)),
        ...columns('unit', undefined),
        ...columns('source', undefined),
      });
    indicator = await measured('Guichets', 'number', 1);
    scale = await measured('Accueil', 'scale', 2);
    for (const position of [1, 2])
      await createRecord(tx, administrator, 'indicator_levels', {
        indicator_id: scale,
        position,
        ...columns('description', inFrench(`Niveau ${position}`)),
      });
    await tx.deleteFrom('notices').execute();
    await tx.deleteFrom('mail_messages').execute();
  });
});

const content = (values: object = {}) => ({
  periodStartsOn: '2027-01-01',
  periodEndsOn: '2027-03-31',
  status: 'in-progress' as const,
  narrative: inFrench('Le local est loué.'),
  ...values,
});
const begin = async (values: object = {}, on = commitment) =>
  done(
    await createReport(
      db,
      await as('point'),
      { commitmentId: on, organisationId: lead, ...content(values) } as never,
      clock,
    ),
  ).id;
const row = (id: string) =>
  db.reader.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const handIn = async (id: string, by = 'point') =>
  submitReport(db, await as(by), { id, version: (await row(id)).version }, clock);
const decide = async (id: string, by: string, values: object) =>
  decideReport(db, await as(by), { id, version: (await row(id)).version, ...values } as never, clock);
const confirm = async (id: string, by: string, values: object) =>
  confirmReport(db, await as(by), { id, version: (await row(id)).version, ...values } as never, clock);
const statusOf = async (id = commitment) =>
  (await db.reader.selectFrom('commitments').select('status').where('id', '=', id).executeTakeFirstOrThrow())
    .status;

async function letters() {
  const secrets = openSecrets(db.location.dataFolder);
  await tellDue(db, { writers: reportNotices, publicUrl: 'https://network.example', secrets, clock });
  const rows = await db.reader
    .selectFrom('mail_messages')
    .select(['to_address', 'text'])
    .where('purpose', '=', 'notices')
    .orderBy('id')
    .execute();
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  return rows.map(({ to_address, text }) => `${to_address.split('@')[0]}: ${text}`);
}

describe('a report travels', () => {
  it('is sent back with its comments, then validated, then confirmed, and each is told', async () => {
    const id = await begin();
    done(await handIn(id));
    const [asked, ...none] = await letters();
    expect(none).toEqual([]);
    expect(asked).toMatch(/^validator: [^]*attend votre décision/);

    expect(await decide(id, 'validator', { decision: 'returned' })).toMatchObject({
      ok: false,
      reason: 'platform_problem_required',
      field: 'reasons',
    });
    done(await decide(id, 'validator', { decision: 'returned', reasons: 'Quel local ?', language: 'fr' }));
    expect(await letters()).toEqual([expect.stringMatching(/^point: [^]*Quel local ?/)]);
    expect(await statusOf()).toBe('not-started');

    const { version } = await row(id);
    done(await updateReport(db, await as('alternate'), { id, version, ...content() } as never, clock));
    done(await handIn(id));
    await letters();
    done(await decide(id, 'validator', { decision: 'validated' }));
    expect(await statusOf()).toBe('in-progress');
    const told = await letters();
    expect(told.map((one) => one.split(':')[0]).toSorted()).toEqual(['confirmer', 'point']);

    done(await confirm(id, 'confirmer', { decision: 'validated' }));
    expect((await row(id)).stage).toBe('confirmed');
    expect(await letters()).toEqual([expect.stringMatching(/^point: [^]*confirmé/)]);
  });

  it('comes back from the other party, and the status of the commitment goes back with it', async () => {
    const id = await begin({ status: 'completed' });
    done(await handIn(id));
    done(await decide(id, 'validator', { decision: 'validated' }));
    expect(await statusOf()).toBe('completed');
    done(await confirm(id, 'confirmer', { decision: 'returned', reasons: 'Rien ne le montre.' }));
    expect(await statusOf()).toBe('not-started');
    expect((await row(id)).stage).toBe('returned');
  });

  it('is decided by nobody who submitted it, and confirmed by nobody who validated it', async () => {
    const also = async (name: string, on: string) => {
      const held = { accountId: accounts[name]!, role: 'validator', scope: 'organisation', on } as const;
      return done(await giveRole(db, administrator, held)).id;
    };
    const grants = [await also('point', lead), await also('validator', confirmer)];
    const id = await begin();
    done(await handIn(id));
    expect(await decide(id, 'point', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_own_report',
    });
    done(await decide(id, 'validator', { decision: 'validated' }));
    expect(await confirm(id, 'validator', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_own_validation',
    });
    expect((await row(id)).stage).toBe('validated');
    await db.transaction((tx) => tx.deleteFrom('grants').where('id', 'in', grants).execute());
  });

  it('is refused to others, and by stage with a sentence', async () => {
    const id = await begin();
    const refused = { ok: false, reason: 'platform_refused_not_allowed' };
    const { version } = await row(id);
    const changed = { id, version, ...content() } as never;
    for (const name of ['validator', 'confirmer', 'stranger', 'judge'])
      expect(await updateReport(db, await as(name), changed)).toEqual(refused);
    expect(
      await createReport(db, await as('stranger'), {
        commitmentId: commitment,
        organisationId: elsewhere,
        ...content(),
      } as never),
    ).toEqual(refused);
    expect(await decide(id, 'validator', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_report_decided',
    });
    done(await handIn(id));
    expect(await decide(id, 'judge', { decision: 'validated' })).toEqual(refused);
    const asKeeper = { id, version: version + 1, decision: 'validated' } as const;
    expect(await decideReport(db, coordinator, asKeeper)).toEqual(refused);
    expect(await confirm(id, 'confirmer', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_report_unvalidated',
    });
    expect(await handIn(id)).toMatchObject({ reason: 'follow_up_problem_report_sent' });
    expect(await updateReport(db, await as('point'), changed)).toMatchObject({
      reason: 'follow_up_problem_report_sent',
    });
    expect((await row(id)).stage).toBe('submitted');
  });
});

describe('faults', () => {
  it('refuses the second of two people who edit one report, and knows what the first began from', async () => {
    const id = await begin({ figures: { [indicator]: { value: '12,5' } } });
    const { version } = await row(id);
    const edit = async (name: string, value: string) =>
      updateReport(
        db,
        await as(name),
        { id, version, ...content({ figures: { [indicator]: { value } } }) } as never,
        clock,
      );
    const answers = await Promise.all([edit('point', '20'), edit('alternate', '30')]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'platform_refused_stale' });
    expect(await reportAt(db.reader, id, version)).toMatchObject({
      narrative_fr: 'Le local est loué.',
      [`figures_${indicator}_value`]: '12.5',
    });
    const [told] = await withFigures(db.reader, [await row(id)]);
    expect(told!.figures).toHaveLength(1);
    expect(told!.figures[0]!.value).toBe(answers[0]!.ok ? '20' : '30');
  });

  it('lets one of a reporter and a validator act who act at once, and nothing stands half done', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const id = await begin();
      done(await handIn(id));
      const { version } = await row(id);
      const [back, decided] = await Promise.all([
        takeBackReport(db, await as('point'), { id, version }, clock),
        decideReport(db, await as('validator'), { id, version, decision: 'validated' }, clock),
      ]);
      expect([back.ok, decided.ok].toSorted()).toEqual([false, true]);
      const refusal = back.ok ? decided : back;
      expect(refusal).toMatchObject({
        reason: expect.stringMatching(/^(platform_refused_stale|follow_up_problem_report_decided)$/),
      });
      const decisions = await db.reader
        .selectFrom('validations')
        .select('id')
        .where('report_id', '=', id)
        .execute();
      expect(decisions).toHaveLength(decided.ok ? 1 : 0);
      expect((await row(id)).stage).toBe(decided.ok ? 'validated' : 'draft');
    }
  });

  it('says that a period overlaps another, and refuses only what ends before it begins', async () => {
    const first = await begin();
    const second = await begin({ periodStartsOn: '2027-03-31', periodEndsOn: '2027-06-30' });
    await begin({ periodStartsOn: '2027-07-01', periodEndsOn: '2027-09-30' });
    expect((await listOverlapping(db.reader, await row(second))).map(({ id }) => id)).toEqual([first]);
    expect(
      await createReport(db, await as('point'), {
        commitmentId: commitment,
        organisationId: lead,
        ...content({ periodEndsOn: '2026-12-31' }),
      } as never),
    ).toMatchObject({ reason: 'platform_problem_end_before_start', field: 'periodEndsOn' });
  });

  it('goes by the day of the capital, whichever hour its clock shows', async () => {
    // 23:30 UTC is the next day while the capital is an hour ahead, and the same day while it is not.
    for (const [due, at, status] of [
      ['2026-09-10', '2026-09-10T23:30:00Z', 'late'],
      ['2026-10-10', '2026-10-10T23:30:00Z', 'in-progress'],
    ] as const) {
      now = new Date('2026-08-01T08:00:00Z');
      const id = await commit({ dueOn: due });
      const report = await begin({}, id);
      done(await handIn(report));
      now = new Date(at);
      done(await decide(report, 'validator', { decision: 'validated' }));
      expect(await statusOf(id)).toBe(status);
    }
  });

  it('asks why what is discontinued is, and takes figures as people type them', async () => {
    const wrong = async (values: object) =>
      createReport(db, await as('point'), {
        commitmentId: commitment,
        organisationId: lead,
        ...content(values),
      } as never);
    expect(await wrong({ status: 'discontinued' })).toMatchObject({
      reason: 'platform_problem_required',
      field: 'reason',
    });
    const figure = (value: string, of = indicator) => wrong({ figures: { [of]: { value } } });
    expect(await figure('beaucoup')).toMatchObject({
      reason: 'platform_problem_not_a_number',
      field: `figures.${indicator}.value`,
    });
    expect(await figure('3', scale)).toMatchObject({ reason: 'platform_problem_not_a_choice' });
    expect(await figure('1', lead)).toMatchObject({ reason: 'platform_refused_missing' });
    const figures = { [indicator]: { value: '١٢٣٤٫٥' }, [scale]: { value: '2' } };
    const id = await begin({ figures });
    const [told] = await withFigures(db.reader, [await row(id)]);
    expect(told!.figures.map(({ value }) => value)).toEqual(['1234.5', '2']);
  });
});

describe('who reads', () => {
  it('hides drafts and what came back from all who neither write nor decide, until it is validated', async () => {
    const id = await begin({ narrative: inFrench('Secret') });
    const readers = async () => {
      const seen: string[] = [];
      for (const name of ['anyone', ...Object.keys(accounts)]) {
        const actor = name === 'anyone' ? anonymous : await as(name);
        const one = await readReport(db.reader, actor, id);
        const all = await listReports(db.reader, actor, commitment);
        expect(all.length).toBe(one ? 1 : 0);
        if (one) seen.push(name);
      }
      return seen;
    };
    const own = ['point', 'alternate', 'validator'];
    expect(await readers()).toEqual(own);
    done(await handIn(id));
    expect(await readers()).toEqual(own);
    done(await decide(id, 'validator', { decision: 'returned', reasons: 'À revoir' }));
    expect(await readers()).toEqual(own);
    done(await handIn(id));
    done(await decide(id, 'validator', { decision: 'validated' }));
    expect(await readers()).toEqual(['anyone', ...Object.keys(accounts)]);
  });

  it('shows what is validated of a commitment that is not public to whoever reads that one', async () => {
    const hidden = await commit({ visibility: 'draft', confirmedById: confirmer });
    const id = await begin({}, hidden);
    done(await handIn(id));
    done(await decide(id, 'validator', { decision: 'validated' }));
    expect(await readReport(db.reader, anonymous, id)).toBeUndefined();
    expect(await readReport(db.reader, await as('stranger'), id)).toBeUndefined();
    expect(await readReport(db.reader, await as('confirmer'), id)).toBeDefined();
    expect(await readReport(db.reader, await as('point'), id)).toBeDefined();
  });

  it('owes validators what waits, and its authors what came back', async () => {
    const id = await begin();
    const owed = async (name: string) =>
      (await reportDuties(db.reader, await as(name)))
        .filter(({ href }) => href.endsWith(id))
        .map(({ kind }) => kind);
    expect(await owed('validator')).toEqual([]);
    done(await handIn(id));
    expect(await owed('validator')).toEqual(['report']);
    expect(await owed('judge')).toEqual([]);
    done(await decide(id, 'validator', { decision: 'returned', reasons: 'À revoir' }));
    expect([await owed('validator'), await owed('point'), await owed('stranger')]).toEqual([
      [],
      ['report-returned'],
      [],
    ]);
    done(await handIn(id));
    done(await decide(id, 'validator', { decision: 'validated' }));
    expect(await owed('confirmer')).toEqual(['report-confirmation']);
  });
});
