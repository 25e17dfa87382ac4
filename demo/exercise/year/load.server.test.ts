import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshCommitment } from '#follow-up/commitment-status/changes.server.ts';
import { commitmentStatuses } from '#follow-up/commitments/model.ts';
import { recommendationStatuses } from '#follow-up/recommendations/model.ts';
import { reportStages } from '#follow-up/reports/model.ts';
import { refreshRecommendations } from '#follow-up/status/changes.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { openStore } from '#platform/files/store.ts';
import { loadExercise } from '../load.ts';
import { busyYear } from './load.ts';
import { quartersBefore } from './reports.ts';

const day = '2027-04-10';
/** Thirty days before the meeting to come. */
const today = '2027-03-11';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadExercise(db, day, { year: busyYear, store: openStore(db.location.dataFolder) });
});
afterAll(() => db.close());

const ofYear = (db: Database, kind: 'recommendations' | 'commitments') =>
  db.reader.selectFrom(kind).selectAll().where('reference', 'like', 'EX-%').orderBy('reference').execute();

describe('the busy year', () => {
  it('has two hundred recommendations and nine hundred commitments, in all regions', async () => {
    const { count } = await db.reader
      .selectFrom('recommendations')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('reference', 'not like', 'INDIMAJ-%')
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(busyYear.recommendations);
    expect(await ofYear(db, 'commitments')).toHaveLength(busyYear.commitments);
    const concerned = await db.reader
      .selectFrom('links')
      .select(['from_kind', 'to_id'])
      .distinct()
      .where('relation', '=', 'concerns')
      .where('from_kind', 'in', ['recommendations', 'commitments'])
      .execute();
    expect(concerned).toHaveLength(24);
  });

  it('knows every status and stage there is, funds in three currencies, and successions of each kind', async () => {
    const seen = async (kind: 'recommendations' | 'commitments') =>
      new Set((await ofYear(db, kind)).map(({ status }) => status as string));
    expect([...(await seen('recommendations'))].toSorted()).toEqual(
      recommendationStatuses.filter((status) => status !== 'unaddressed').toSorted(),
    );
    expect(await seen('commitments')).toEqual(new Set(commitmentStatuses));
    const stages = await db.reader.selectFrom('reports').select('stage').distinct().execute();
    expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(reportStages));
    const currencies = await db.reader.selectFrom('funding_shares').select('currency').distinct().execute();
    expect(new Set(currencies.map(({ currency }) => currency))).toEqual(new Set(['MAD', 'EUR', 'USD']));
    const answers = await db.reader.selectFrom('responses').select('position').distinct().execute();
    expect(answers).toHaveLength(3);
    const successions = await db.reader
      .selectFrom('links')
      .select('relation')
      .where('relation', 'in', ['supersedes', 'parted-from', 'unites'])
      .execute();
    expect(successions.map(({ relation }) => relation).toSorted()).toEqual([
      'parted-from',
      'parted-from',
      'supersedes',
      'unites',
      'unites',
    ]);
    const asked = await db.reader.selectFrom('deadline_extensions').select('status').distinct().execute();
    expect(asked.map(({ status }) => status)).toEqual(expect.arrayContaining(['granted', 'refused']));
    const matched = await db.reader
      .selectFrom('commitments')
      .select('id')
      .where('matches_id', 'is not', null)
      .execute();
    expect(matched.length).toBeGreaterThan(10);
  });

  it('says of each record that it is an exercise, in three languages', async () => {
    const recommendations = await ofYear(db, 'recommendations');
    const commitments = await ofYear(db, 'commitments');
    const texts = [
      ...recommendations.map((row) => [row.text_fr, row.text_ar, row.text_en]),
      ...commitments.map((row) => [row.deliverable_fr, row.deliverable_ar, row.deliverable_en]),
    ];
    for (const [fr, ar, en] of texts) {
      expect(fr).toMatch(/exercice/);
      expect(ar).toMatch(/تمرين/);
      expect(en).toMatch(/[Ee]xercise/);
    }
    const leads = await db.reader
      .selectFrom('commitments')
      .innerJoin('organisations', 'organisations.id', 'commitments.organisation_id')
      .select('organisations.slug')
      .distinct()
      .execute();
    for (const { slug } of leads) expect(slug).toMatch(/^exercise-/);
    expect(leads.length).toBeGreaterThan(20);
  });

  it('stands as the rule says: nothing is to be brought up to date', async () => {
    const clock = () => new Date(`${today}T12:00:00.000Z`);
    const tester = systemActor('test');
    const before = await lastEntry(db);
    await db.transaction(async (tx) => {
      for (const { id } of await ofYear(db, 'commitments')) await refreshCommitment(tx, tester, id, clock);
      const ids = (await ofYear(db, 'recommendations')).map(({ id }) => id);
      expect(await refreshRecommendations(tx, tester, ids, clock)).toEqual([]);
    });
    expect(await lastEntry(db)).toBe(before);
  });

  it('was decided by others than who submitted, and some reports carry figures', async () => {
    const decided = await db.reader
      .selectFrom('validations')
      .innerJoin('reports', 'reports.id', 'validations.report_id')
      .select(['submitted_by', 'decided_by'])
      .execute();
    expect(decided.length).toBeGreaterThan(400);
    for (const { submitted_by, decided_by } of decided) expect(decided_by).not.toBe(submitted_by);
    const steps = await db.reader.selectFrom('milestones').select(['due_on', 'reached_on']).execute();
    const passed = steps.filter(({ due_on }) => due_on <= today);
    expect(new Set(passed.map(({ reached_on }) => reached_on !== null))).toEqual(new Set([true, false]));
    expect(steps.filter(({ due_on, reached_on }) => due_on > today && reached_on !== null)).toEqual([]);
    const figures = await db.reader.selectFrom('indicator_values').select('value').execute();
    expect(figures.length).toBeGreaterThan(100);
    const evidence = await db.reader.selectFrom('evidence').select('record_kind').execute();
    expect(evidence.length).toBeGreaterThan(40);
  });

  it('shows files as evidence, whose bytes are there, each picture with what is seen on it in three languages', async () => {
    const store = openStore(db.location.dataFolder);
    const files = await db.reader.selectFrom('evidence').selectAll().where('kind', '=', 'file').execute();
    expect(new Set(files.map(({ media_type }) => media_type))).toEqual(
      new Set(['application/pdf', 'image/webp']),
    );
    for (const { caption_fr, caption_ar, caption_en, name } of files) {
      expect(name).toMatch(/^exercise-/);
      expect([caption_fr, caption_ar, caption_en].join(' ')).toMatch(/exercice.*تمرين.*exercise/);
    }
    const pictures = files.filter(({ narrow_sha256 }) => narrow_sha256 !== null);
    expect(new Set(pictures.map(({ sha256 }) => sha256)).size).toBe(3);
    for (const { alt_fr, alt_ar, alt_en } of pictures)
      expect([alt_fr, alt_ar, alt_en].every(Boolean)).toBe(true);
    for (const sha256 of new Set(files.map((file) => file.sha256!)))
      expect((await store.read(sha256))?.length).toBeGreaterThan(500);
  });

  it('is read by an association and a faculty that have no part in it; some is declined, some is replied to', async () => {
    const readings = await db.reader
      .selectFrom('readings')
      .innerJoin('organisations', 'organisations.id', 'readings.organisation_id')
      .selectAll('readings')
      .select('organisations.type')
      .execute();
    const told = (of: (row: (typeof readings)[number]) => unknown) => new Set(readings.map(of));
    expect(told(({ type }) => type)).toEqual(new Set(['association', 'university']));
    expect(told(({ judgement }) => judgement)).toEqual(new Set(['agrees', 'partly', 'disagrees']));
    expect(told(({ stage }) => stage)).toEqual(new Set(['published', 'declined', 'submitted']));
    expect(told(({ replied_at }) => replied_at !== null)).toEqual(new Set([true, false]));
    for (const { written_by, decided_by, stage, answer } of readings) {
      expect(decided_by === null).toBe(stage === 'submitted');
      expect(decided_by).not.toBe(written_by);
      expect(answer !== null).toBe(stage === 'declined');
    }
  });

  it('leaves no letters of months ago to be written', async () => {
    const waiting = await db.reader
      .selectFrom('notices')
      .select('created_at')
      .where('settled_at', 'is', null)
      .where('created_at', '<', '2027-03-01')
      .execute();
    expect(waiting.filter(({ created_at }) => created_at > '2027')).toEqual([]);
  });
});

it('is the same each time', async () => {
  const small = { recommendations: 40, commitments: 60 };
  const told = async () => {
    const one = await openTestDatabase();
    try {
      await loadExercise(one, day, { year: small });
      const reports = await one.reader
        .selectFrom('reports')
        .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
        .select(['slug', 'period_ends_on', 'stage', 'reports.status', 'narrative_fr', 'narrative_ar'])
        .orderBy('slug')
        .orderBy('period_ends_on')
        .execute();
      const plain = (rows: readonly { title_fr: string | null; slug: string; status: string }[]) =>
        rows.map(({ slug, title_fr, status }) => [slug, title_fr, status]);
      return [plain(await ofYear(one, 'recommendations')), plain(await ofYear(one, 'commitments')), reports];
    } finally {
      await one.close();
    }
  };
  expect(await told()).toEqual(await told());
});

it('reports on the four quarters before a day', () => {
  expect(quartersBefore('2027-03-11')).toEqual([
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-09-30' },
    { from: '2026-10-01', to: '2026-12-31' },
  ]);
});

async function lastEntry(db: Database): Promise<number> {
  const { number } = await db.reader
    .selectFrom('journal')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirstOrThrow();
  return number;
}
