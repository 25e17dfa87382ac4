import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { References } from '#network/references/queries.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, holding, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createCommitment, deleteCommitment } from '../commitments/changes.server.ts';
import { createReport } from '../reports/changes.server.ts';
import { createIndicator, deleteIndicator, updateIndicator } from './changes.server.ts';
import { levelsText } from './model.ts';
import { listIndicators } from './queries.server.ts';

let db: TestDatabase;
let organisation: string;
let commitment: string;
let made = 0;
beforeAll(async () => {
  db = await openTestDatabase();
  organisation = await organisationNamed(db, 'lead');
});
afterAll(() => db.close());
beforeEach(async () => {
  commitment = done(
    await createCommitment(db, administrator, {
      slug: `commitment-${(made += 1)}`,
      title: inFrench('Un guichet'),
      deliverable: inFrench('Un guichet ouvert'),
      kind: 'service',
      organisationId: organisation,
      visibility: 'draft',
    }),
  ).id;
});

const levels = { fr: 'Fermé\n\n Ouvert ', ar: 'مغلق\nمفتوح', original: 'fr' } as const;
const measured = { name: inFrench('Guichets'), direction: 'up' } as const;
const create = (values: object = {}) =>
  createIndicator(db, administrator, { commitmentId: commitment, ...measured, ...values } as never);
const update = (id: string, version: number, values: object = {}) =>
  updateIndicator(db, administrator, { id, version, ...measured, ...values } as never);
const standing = () => listIndicators(db.reader, commitment);
const report = (indicator: string, value: string) =>
  createReport(db, administrator, {
    commitmentId: commitment,
    organisationId: organisation,
    periodStartsOn: '2027-01-01',
    periodEndsOn: '2027-03-31',
    status: 'in-progress',
    narrative: inFrench('Ouvert'),
    figures: { [indicator]: { value } },
  });

describe('an indicator', () => {
  it('is a number, its ends as records hold numbers, after those that stand', async () => {
    done(
      await create({
        baseline: '1 200,50',
        baselineOn: '2026-12-31',
        target: '١٥٠٠',
        unit: inFrench('agents'),
      }),
    );
    done(await create({ direction: 'down', baseline: '30', target: '-5' }));
    expect(await standing()).toMatchObject([
      { kind: 'number', position: 1, baseline: '1200.5', target: '1500', unit_fr: 'agents', levels: [] },
      { kind: 'number', position: 2, baseline: '30', target: '-5' },
    ]);
  });

  it('is a scale where its levels are described, the lowest first, in each language', async () => {
    const { id } = done(await create({ levels, baseline: '1', target: '2' }));
    const [scale] = await standing();
    expect(scale).toMatchObject({
      kind: 'scale',
      levels: [
        { position: 1, description_fr: 'Fermé', description_ar: 'مغلق', description_en: null },
        { position: 2, description_fr: 'Ouvert', description_ar: 'مفتوح' },
      ],
    });
    expect(levelsText(scale!.levels)).toMatchObject({ levels_fr: 'Fermé\nOuvert', levels_en: null });
    done(await update(id, 1, { levels: inFrench('Fermé\nParfois\nOuvert') }));
    const [longer] = await standing();
    expect(longer!.levels.map(({ version, description_fr }) => [version, description_fr])).toEqual([
      [2, 'Fermé'],
      [2, 'Parfois'],
      [1, 'Ouvert'],
    ]);
    done(await update(id, 2));
    expect(await standing()).toMatchObject([{ kind: 'number', version: 3, levels: [] }]);
  });

  it.each([
    [{ levels: inFrench('Un seul') }, 'levels', 'follow_up_problem_levels'],
    [{ levels: { ...levels, ar: 'مغلق' } }, 'levels', 'follow_up_problem_levels'],
    [{ levels, baseline: '3' }, 'baseline', 'follow_up_problem_level_unknown'],
    [{ levels, target: '1,5' }, 'target', 'follow_up_problem_level_unknown'],
    [{ baseline: 'peu' }, 'baseline', 'follow_up_problem_not_a_figure'],
    [{ target: '1,234.5' }, 'target', 'follow_up_problem_not_a_figure'],
    [{ baseline: '5', target: '4' }, 'direction', 'follow_up_problem_direction'],
    [{ direction: 'down', baseline: '4', target: '5' }, 'direction', 'follow_up_problem_direction'],
    [{ baselineOn: '2028-01-01', targetOn: '2027-01-01' }, 'targetOn', 'platform_problem_end_before_start'],
  ])('says what is wrong with %o, and writes nothing', async (values, field, reason) => {
    expect(await create(values)).toMatchObject({ ok: false, field, reason });
    expect(await standing()).toEqual([]);
  });

  it('keeps its kind, and every level that a report has told of', async () => {
    const { id } = done(await create({ levels: inFrench('Bas\nMoyen\nHaut') }));
    done(await report(id, '2'));
    const told = { ok: false, reason: 'follow_up_problem_indicator_told', field: 'levels' };
    expect(await update(id, 1)).toMatchObject(told);
    expect(await update(id, 1, { levels: inFrench('Bas\nHaut') })).toMatchObject({ ok: true });
    expect((await standing())[0]!.levels).toHaveLength(2);
    done(await update(id, 2, { levels: inFrench('Bas\nMoyen\nHaut') }));
    const number = done(await create()).id;
    done(await report(number, '7'));
    expect(await update(number, 1, { levels })).toMatchObject(told);
    expect(await update(number, 1, { target: '9' })).toMatchObject({ ok: true });
  });

  it('goes away with its levels, or with its draft, and stays once a report tells of it', async () => {
    const references = await References.of(db);
    const { id } = done(await create({ levels }));
    done(await create());
    done(await deleteIndicator(db, administrator, { id, version: 1 }, references));
    expect(await standing()).toHaveLength(1);
    done(await create({ levels }));
    done(await deleteCommitment(db, administrator, { id: commitment, version: 1 }, references));
    expect(await standing()).toEqual([]);
    const left = await db.reader
      .selectFrom('indicator_levels')
      .innerJoin('indicators', 'indicators.id', 'indicator_levels.indicator_id')
      .select('indicator_levels.id')
      .where('commitment_id', '=', commitment)
      .execute();
    expect(left).toEqual([]);
  });

  it('is not removed while a report tells of it', async () => {
    const references = await References.of(db);
    const { id } = done(await create());
    done(await report(id, '3'));
    expect(await deleteIndicator(db, administrator, { id, version: 1 }, references)).toMatchObject({
      ok: false,
      reason: 'network_removal_refused',
    });
    expect(await standing()).toHaveLength(1);
  });

  it('is written by who changes the commitment alone', async () => {
    const stranger = await organisationNamed(db, `stranger-${made}`);
    const others = [
      holding({ role: 'validator', scope: 'organisation', on: organisation }),
      holding({ role: 'focal-point', scope: 'organisation', on: stranger }),
    ];
    const refused = { ok: false, reason: 'platform_refused_not_allowed' };
    const { id } = done(await create());
    for (const actor of others) {
      const input = { commitmentId: commitment, ...measured };
      expect(await createIndicator(db, actor, input)).toEqual(refused);
      expect(await updateIndicator(db, actor, { ...measured, id, version: 1 })).toEqual(refused);
    }
    const own = holding({ role: 'alternate', scope: 'organisation', on: organisation });
    expect(await updateIndicator(db, own, { ...measured, id, version: 1 })).toMatchObject({ ok: true });
  });
});
