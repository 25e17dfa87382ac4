import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giveRole } from '#network/grants/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { changesOf } from '#platform/journal/history.ts';
import { done } from '#platform/records/outcome.ts';
import { openReportDesk, type ReportDesk } from '../../../tests/support/report-desk.ts';
import { administrator, coordinator } from '../../../tests/support/workshops.ts';
import { decideReport } from '../validations/changes.server.ts';
import { createReport, deleteReport, takeBackReport, updateReport } from './changes.server.ts';
import { listOverlapping, reportAt, withFigures } from './queries.server.ts';
import { reportNotices } from './reactions.server.ts';

let desk: ReportDesk;
let commitment: string;
let indicator: string;
let scale: string;

beforeAll(async () => {
  desk = await openReportDesk();
});
afterAll(() => desk.db.close());

beforeEach(async () => {
  desk.setTime('2027-03-12T08:00:00Z');
  commitment = await desk.commit({ confirmedById: desk.confirmer });
  ({ number: indicator, scale } = await desk.measure(commitment));
  await desk.hush();
});

describe('a report travels', () => {
  it('is sent back with its comments, then validated, then confirmed, and each is told', async () => {
    const id = await desk.begin(commitment);
    done(await desk.handIn(id));
    const [asked, ...none] = await desk.letters(reportNotices);
    expect(none).toEqual([]);
    expect(asked).toMatch(/^validator: [^]*attend votre décision/);

    expect(await desk.decide(id, 'validator', { decision: 'returned' })).toMatchObject({
      ok: false,
      reason: 'platform_problem_required',
      field: 'reasons',
    });
    done(
      await desk.decide(id, 'validator', { decision: 'returned', reasons: 'Quel local ?', language: 'fr' }),
    );
    expect(await desk.letters(reportNotices)).toEqual([expect.stringMatching(/^point: [^]*Quel local ?/)]);
    expect(await desk.statusOf(commitment)).toBe('not-started');

    const { version } = await desk.row(id);
    done(
      await updateReport(
        desk.db,
        await desk.as('alternate'),
        { id, version, ...desk.content() } as never,
        desk.clock,
      ),
    );
    done(await desk.handIn(id));
    await desk.letters(reportNotices);
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(await desk.statusOf(commitment)).toBe('in-progress');
    const told = await desk.letters(reportNotices);
    expect(told.map((one) => one.split(':')[0]).toSorted()).toEqual(['confirmer', 'point']);

    done(await desk.confirm(id, 'confirmer', { decision: 'validated' }));
    expect((await desk.row(id)).stage).toBe('confirmed');
    expect(await desk.letters(reportNotices)).toEqual([expect.stringMatching(/^point: [^]*confirmé/)]);
  });

  it('comes back from the other party, and the status of the commitment goes back with it', async () => {
    const id = await desk.begin(commitment, { status: 'completed' });
    done(await desk.handIn(id));
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(await desk.statusOf(commitment)).toBe('completed');
    done(await desk.confirm(id, 'confirmer', { decision: 'returned', reasons: 'Rien ne le montre.' }));
    expect(await desk.statusOf(commitment)).toBe('not-started');
    expect((await desk.row(id)).stage).toBe('returned');
  });

  it('is decided by nobody who submitted it, and confirmed by nobody who validated it', async () => {
    const also = async (name: string, on: string) => {
      const held = { accountId: desk.accounts[name]!, role: 'validator', scope: 'organisation', on } as const;
      return done(await giveRole(desk.db, administrator, held)).id;
    };
    const grants = [await also('point', desk.lead), await also('validator', desk.confirmer)];
    const id = await desk.begin(commitment);
    done(await desk.handIn(id));
    expect(await desk.decide(id, 'point', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_own_report',
    });
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(await desk.confirm(id, 'validator', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_own_validation',
    });
    expect((await desk.row(id)).stage).toBe('validated');
    await desk.db.transaction((tx) => tx.deleteFrom('grants').where('id', 'in', grants).execute());
  });

  it('is not handed in before its period has begun, and stays a draft', async () => {
    const id = await desk.begin(commitment, { periodStartsOn: '2099-01-01', periodEndsOn: '2099-03-31' });
    expect(await desk.handIn(id)).toMatchObject({ ok: false, reason: 'follow_up_problem_report_ahead' });
    expect(await desk.row(id)).toMatchObject({ stage: 'draft', version: 1 });
  });

  it('is refused to others, and by stage with a sentence', async () => {
    const id = await desk.begin(commitment);
    const refused = { ok: false, reason: 'platform_refused_not_allowed' };
    const { version } = await desk.row(id);
    const changed = { id, version, ...desk.content() } as never;
    for (const name of ['validator', 'confirmer', 'stranger', 'judge'])
      expect(await updateReport(desk.db, await desk.as(name), changed)).toEqual(refused);
    expect(
      await createReport(desk.db, await desk.as('stranger'), {
        commitmentId: commitment,
        organisationId: desk.elsewhere,
        ...desk.content(),
      } as never),
    ).toEqual(refused);
    expect(await desk.decide(id, 'validator', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_report_decided',
    });
    done(await desk.handIn(id));
    expect(await desk.decide(id, 'judge', { decision: 'validated' })).toEqual(refused);
    const asKeeper = { id, version: version + 1, decision: 'validated' } as const;
    expect(await decideReport(desk.db, coordinator, asKeeper)).toEqual(refused);
    expect(await desk.confirm(id, 'confirmer', { decision: 'validated' })).toMatchObject({
      reason: 'follow_up_problem_report_unvalidated',
    });
    expect(await desk.handIn(id)).toMatchObject({ reason: 'follow_up_problem_report_sent' });
    expect(await updateReport(desk.db, await desk.as('point'), changed)).toMatchObject({
      reason: 'follow_up_problem_report_sent',
    });
    expect((await desk.row(id)).stage).toBe('submitted');
  });
});

describe('faults', () => {
  it('refuses the second of two people who edit one report, and knows what the first began from', async () => {
    const id = await desk.begin(commitment, { figures: { [indicator]: { value: '12,5' } } });
    const { version } = await desk.row(id);
    const edit = async (name: string, value: string) =>
      updateReport(
        desk.db,
        await desk.as(name),
        { id, version, ...desk.content({ figures: { [indicator]: { value } } }) } as never,
        desk.clock,
      );
    const answers = await Promise.all([edit('point', '20'), edit('alternate', '30')]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'platform_refused_stale' });
    expect(await reportAt(desk.db.reader, id, version)).toMatchObject({
      narrative_fr: 'Le local est loué.',
      [`figures_${indicator}_value`]: '12.5',
    });
    const [told] = await withFigures(desk.db.reader, [await desk.row(id)]);
    expect(told!.figures).toHaveLength(1);
    expect(told!.figures[0]!.value).toBe(answers[0]!.ok ? '20' : '30');
  });

  it('lets one of a reporter and a validator act who act at once, and nothing stands half done', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const id = await desk.begin(commitment);
      done(await desk.handIn(id));
      const { version } = await desk.row(id);
      const [back, decided] = await Promise.all([
        takeBackReport(desk.db, await desk.as('point'), { id, version }, desk.clock),
        decideReport(desk.db, await desk.as('validator'), { id, version, decision: 'validated' }, desk.clock),
      ]);
      expect([back.ok, decided.ok].toSorted()).toEqual([false, true]);
      const refusal = back.ok ? decided : back;
      expect(refusal).toMatchObject({
        reason: expect.stringMatching(/^(platform_refused_stale|follow_up_problem_report_decided)$/),
      });
      const decisions = await desk.db.reader
        .selectFrom('validations')
        .select('id')
        .where('report_id', '=', id)
        .execute();
      expect(decisions).toHaveLength(decided.ok ? 1 : 0);
      expect((await desk.row(id)).stage).toBe(decided.ok ? 'validated' : 'draft');
    }
  });

  it('says that a period overlaps another, and refuses only what ends before it begins', async () => {
    const first = await desk.begin(commitment);
    const second = await desk.begin(commitment, { periodStartsOn: '2027-03-31', periodEndsOn: '2027-06-30' });
    await desk.begin(commitment, { periodStartsOn: '2027-07-01', periodEndsOn: '2027-09-30' });
    expect((await listOverlapping(desk.db.reader, await desk.row(second))).map(({ id }) => id)).toEqual([
      first,
    ]);
    expect(
      await createReport(desk.db, await desk.as('point'), {
        commitmentId: commitment,
        organisationId: desk.lead,
        ...desk.content({ periodEndsOn: '2026-12-31' }),
      } as never),
    ).toMatchObject({ reason: 'platform_problem_end_before_start', field: 'periodEndsOn' });
  });

  it('goes by the day of the capital, whichever hour its clock shows', async () => {
    // 23:30 UTC is the next day while the capital is an hour ahead, and the same day while it is not.
    for (const [due, at, status] of [
      ['2026-09-10', '2026-09-10T23:30:00Z', 'late'],
      ['2026-10-10', '2026-10-10T23:30:00Z', 'in-progress'],
    ] as const) {
      desk.setTime('2026-08-01T08:00:00Z');
      const id = await desk.commit({ dueOn: due });
      const report = await desk.begin(id, { periodStartsOn: '2026-01-01', periodEndsOn: '2026-06-30' });
      done(await desk.handIn(report));
      desk.setTime(at);
      done(await desk.decide(report, 'validator', { decision: 'validated' }));
      expect(await desk.statusOf(id)).toBe(status);
    }
  });

  it('asks why what is discontinued is, and takes figures as people type them', async () => {
    const wrong = async (values: object) =>
      createReport(desk.db, await desk.as('point'), {
        commitmentId: commitment,
        organisationId: desk.lead,
        ...desk.content(values),
      } as never);
    expect(await wrong({ status: 'discontinued' })).toMatchObject({
      reason: 'platform_problem_required',
      field: 'reason',
    });
    const figure = (value: string, of = indicator) => wrong({ figures: { [of]: { value } } });
    expect(await figure('beaucoup')).toMatchObject({
      reason: 'follow_up_problem_not_a_figure',
      field: `figures.${indicator}.value`,
    });
    expect(await figure('3', scale)).toMatchObject({ reason: 'platform_problem_not_a_choice' });
    expect(await figure('1', desk.lead)).toMatchObject({ reason: 'platform_refused_missing' });
    const figures = { [indicator]: { value: '١٢٣٤٫٥' }, [scale]: { value: '2' } };
    const id = await desk.begin(commitment, { figures });
    const [told] = await withFigures(desk.db.reader, [await desk.row(id)]);
    expect(told!.figures.map(({ value }) => value)).toEqual(['1234.5', '2']);
  });
});

describe('a draft', () => {
  it('is removed with its figures by who writes it, and stays in the journal', async () => {
    const { db } = desk;
    const references = await References.of(db);
    const id = await desk.begin(commitment, { figures: { [indicator]: { value: '3' } } });
    const asked = { id, version: 1 };
    for (const name of ['validator', 'stranger'])
      expect(await deleteReport(db, await desk.as(name), asked, references)).toMatchObject({ ok: false });
    const stale = await deleteReport(db, await desk.as('point'), { id, version: 2 }, references);
    expect(stale).toMatchObject({ reason: 'platform_refused_stale' });
    done(await deleteReport(db, await desk.as('alternate'), asked, references));
    const figures = db.reader.selectFrom('indicator_values').select('id').where('report_id', '=', id);
    expect(await figures.execute()).toEqual([]);
    const entries = await changesOf(db.reader, id);
    expect(entries.map(({ verb }) => verb)).toEqual(['delete', 'create']);
    expect(entries[0]!.before).toMatchObject({ narrative_fr: 'Le local est loué.' });
  });

  it('that was handed in or sent back is removed by nobody', async () => {
    const references = await References.of(desk.db);
    const id = await desk.begin(commitment);
    done(await desk.handIn(id));
    const remove = async () =>
      deleteReport(
        desk.db,
        await desk.as('point'),
        { id, version: (await desk.row(id)).version },
        references,
      );
    expect(await remove()).toMatchObject({ reason: 'follow_up_problem_report_sent' });
    done(await desk.decide(id, 'validator', { decision: 'returned', reasons: 'À revoir' }));
    expect(await remove()).toMatchObject({ reason: 'follow_up_problem_report_sent' });
    expect((await desk.row(id)).stage).toBe('returned');
  });
});
