import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#messages/runtime';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { readOrganisation } from '#network/organisations/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { validatorOf } from '../../../tests/support/reports.ts';
import { administrator, coordinator, holding, inFrench } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { createMilestone } from '../milestones/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { OPEN } from '../register/model.ts';
import { askedOf, countAsked } from '../register/queries.server.ts';
import { createReport, submitReport } from '../reports/changes.server.ts';
import { readTimeline } from '../timelines/queries.server.ts';
import { decideReport } from '../validations/changes.server.ts';
import { visibilities } from '#network/visibility/model.ts';
import { soonUntil } from '../workloads/model.ts';
import { readWorkloads } from '../workloads/queries.server.ts';
import { delaysCsv } from './exports.server.ts';
import { daysBetween, HEARD_WITHIN } from './model.ts';
import { readDelays } from './queries.server.ts';

/*
 * A council with a commitment that is late for every visibility, one that began long ago and was reported on lately, one
 * of which nothing was heard, and reports that are not public; another council in another region that owes nothing but
 * an answer.
 */
let db: TestDatabase;
const today = '2026-11-27';
const clock = () => new Date(`${today}T10:00:00Z`);
const ids: Record<string, string> = {};

async function commit(slug: string, input: Partial<Parameters<typeof createCommitment>[2]>) {
  const whole = {
    slug,
    reference: slug,
    title: inFrench(`Titre ${slug}`),
    deliverable: inFrench('Un guichet'),
    kind: 'service',
    organisationId: ids['nord']!,
    visibility: 'public',
    ...input,
  } as const;
  ids[slug] = done(await createCommitment(db, administrator, whole, clock)).id;
}

async function report(commitment: string, periodEndsOn: string, stage: 'draft' | 'submitted' | 'validated') {
  const input = {
    commitmentId: ids[commitment]!,
    organisationId: ids['nord']!,
    periodStartsOn: periodEndsOn.slice(0, 8) + '01',
    periodEndsOn,
    status: 'in-progress',
    narrative: inFrench('Le guichet reçoit.'),
  } as const;
  const { id } = done(await createReport(db, administrator, input, clock));
  if (stage === 'draft') return;
  done(await submitReport(db, administrator, { id, version: 1 }, clock));
  if (stage === 'submitted') return;
  const validator = validatorOf(ids['nord']!);
  done(await decideReport(db, validator, { id, version: 2, decision: 'validated' }, clock));
}

beforeAll(async () => {
  db = await openTestDatabase();
  for (const [place, code] of [
    ['nord', 'MA-01'],
    ['sud', 'MA-02'],
  ] as const) {
    const region = { slug: place, level: 'region', code, name: inFrench(place) } as const;
    const territoryId = done(await createTerritory(db, administrator, region)).id;
    const council = {
      slug: `conseil-${place}`,
      type: 'regional-council',
      level: 'regional',
      name: inFrench(`Conseil ${place}`),
      territoryId,
    } as const;
    ids[place] = done(await createOrganisation(db, administrator, council)).id;
    ids[`region-${place}`] = territoryId;
  }
  for (const visibility of visibilities)
    await commit(`late-${visibility}`, { dueOn: '2026-11-01', visibility });
  await commit('heard', { startsOn: '2026-01-01', dueOn: '2027-02-10' });
  await commit('unheard', { startsOn: '2026-01-01', dueOn: '2026-12-10' });
  await report('heard', '2026-10-31', 'validated');
  await report('unheard', '2026-10-31', 'draft');
  await report('unheard', '2026-09-30', 'submitted');
  // Handed in before its period is over: it waits, and is not late.
  await report('unheard', '2026-11-28', 'submitted');
  await commit('done', { dueOn: '2026-12-05' });
  await db.transaction((tx) =>
    tx.updateTable('commitments').set({ status: 'completed' }).where('id', '=', ids['done']!).execute(),
  );
  const step = { commitmentId: ids['heard']!, title: inFrench('Étape'), dueOn: '2026-12-15' } as const;
  done(await createMilestone(db, administrator, step));
  const input = { slug: 'r', reference: 'r', title: inFrench('Au sud'), visibility: 'public' } as const;
  const { id } = done(await createRecommendation(db, administrator, input, clock));
  const from = { kind: 'recommendations', id } as const;
  const to = { kind: 'organisations', id: ids['sud']! } as const;
  done(await createLink(db, administrator, { from, relation: 'addressed-to', to }, true));
});
afterAll(() => db.close());

const delays = (actor: typeof anonymous, scope: Partial<Parameters<typeof readDelays>[2]> = {}) =>
  readDelays(db.reader, actor, { within: [], institution: undefined, today, ...scope });
const references = (rows: readonly { reference: string }[]) => rows.map((row) => row.reference);

describe('what is late and who is silent', () => {
  it('is told to everybody as far as it is public', async () => {
    const told = await delays(anonymous);
    expect([told.late.count, references(told.late.rows)]).toEqual([1, ['late-public']]);
    expect([told.unheard.count, references(told.unheard.rows)]).toEqual([1, ['unheard']]);
    expect(told.silent.rows.map(({ organisation }) => organisation.slug)).toEqual(['conseil-sud']);
    expect([told.unsent.count, told.undecided.count]).toEqual([0, 0]);
    expect(
      told.debts.map(({ organisation, late, unheard, silent }) => [organisation.slug, late, unheard, silent]),
    ).toEqual([
      ['conseil-nord', 1, 1, 0],
      ['conseil-sud', 0, 0, 1],
    ]);
    overwriteGetLocale(() => 'fr');
    const file = delaysCsv(told, 'https://reseau.example');
    expect(file).toContain('late-public;Titre late-public;2026-11-01;26;');
    for (const hidden of ['late-draft', 'late-network', 'transmettre']) expect(file).not.toContain(hidden);
  });

  it('is told further to who may read more', async () => {
    const told = await delays(coordinator);
    expect(told.late.count).toBe(3);
    expect(told.unsent.rows.map(({ commitment }) => commitment.reference)).toEqual(['unheard']);
    expect(told.undecided.rows.map(({ report: one }) => one.period_ends_on)).toEqual([
      '2026-09-30',
      '2026-11-28',
    ]);
    overwriteGetLocale(() => 'fr');
    expect(delaysCsv(told, 'https://reseau.example')).toContain(';unheard;Titre unheard;2026-11-28;;https');
    const other = await delays(holding({ role: 'focal-point', scope: 'organisation', on: ids['sud']! }));
    expect([other.late.count, other.unsent.count, other.undecided.count]).toEqual([2, 0, 0]);
  });

  it('is narrowed to a territory or an institution, and its lists to their first', async () => {
    const south = await delays(coordinator, { within: [ids['region-sud']!] });
    expect([south.late.count, south.unsent.count, south.silent.count]).toEqual([0, 0, 1]);
    const north = await delays(coordinator, {
      institution: await readOrganisation(db.reader, ids['nord']!),
      most: 1,
    });
    expect([north.late.count, north.late.rows.length, north.silent.count]).toEqual([3, 1, 0]);
  });
});

describe('workload', () => {
  it('is each institution’s that the actor speaks for, whatever is public', async () => {
    const told = await readWorkloads(db.reader, coordinator, today);
    expect(
      told.map(({ organisation, open, late, soon, reports, decisions, answers }) => [
        organisation.slug,
        open,
        late,
        soon,
        reports,
        decisions,
        answers,
      ]),
    ).toEqual([
      ['conseil-nord', 5, 3, 1, 1, 2, 0],
      ['conseil-sud', 0, 0, 0, 0, 0, 1],
    ]);
    // What a number leads to holds what it counts.
    const { undecided } = await delays(coordinator, {
      institution: await readOrganisation(db.reader, ids['nord']!),
    });
    expect(undecided.count).toBe(2);
    const open = { part: 'lead', institution: 'conseil-nord', status: OPEN };
    const led = async (more: object) => {
      const query = new URLSearchParams({ ...open, ...more });
      const asked = await askedOf(db.reader, coordinator, { register: 'commitments', query, today });
      return (await countAsked(db.reader, coordinator, asked)).total;
    };
    expect([await led({}), await led({ from: today, to: soonUntil(today) })]).toEqual([5, 1]);
    const own = holding({ role: 'focal-point', scope: 'organisation', on: ids['sud']! });
    expect((await readWorkloads(db.reader, own, today)).map(({ organisation }) => organisation.slug)).toEqual(
      ['conseil-sud'],
    );
    expect(await readWorkloads(db.reader, anonymous, today)).toEqual([]);
  });
});

describe('a commitment that says no beginning', () => {
  // In summer the capital's day begins an hour before the day of UTC.
  it.each([
    ['2026-05-31T22:59:00.000Z', true],
    ['2026-05-31T23:00:00.000Z', false],
  ])('began on the day in the capital on which it was entered: %s', async (created_at, expected) => {
    await db.transaction((tx) =>
      tx
        .updateTable('commitments')
        .set({ starts_on: null, created_at })
        .where('id', '=', ids['unheard']!)
        .execute(),
    );
    const { unheard } = await delays(anonymous, { today: addDays('2026-06-01', HEARD_WITHIN) });
    expect(references(unheard.rows).includes('unheard')).toBe(expected);
  });
});

describe('the timeline', () => {
  const timeline = async (actor: typeof anonymous, query = '') =>
    readTimeline(
      db.reader,
      actor,
      await askedOf(db.reader, actor, { register: 'commitments', query: new URLSearchParams(query), today }),
    );

  it('has in each month what falls due in it, as far as it may be read', async () => {
    const months = (await timeline(anonymous)).months.filter(
      (month) => month.late + month.open + month.milestones > 0,
    );
    expect(months.map(({ month, late, open, milestones }) => [month, late, open, milestones])).toEqual([
      ['2026-11', 1, 0, 0],
      ['2026-12', 0, 1, 1],
      ['2027-02', 0, 1, 0],
    ]);
    const all = await timeline(coordinator);
    expect(all.months.find(({ month }) => month === '2026-11')!.late).toBe(3);
  });

  it('says what lies outside the months that are asked for, and heeds other filters', async () => {
    const told = await timeline(anonymous, 'from=2026-12-01&to=2026-12-31');
    expect([told.months.length, told.before, told.after, told.none]).toEqual([1, 1, 1, 0]);
    const late = await timeline(anonymous, 'status=late');
    expect(late.months.reduce((sum, month) => sum + month.late + month.open, 0)).toBe(1);
  });
});

it('days are counted across months and summer time', () => {
  expect(daysBetween('2026-11-01', '2026-11-27')).toBe(26);
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2026-11-27', '2026-11-26')).toBe(-1);
});
