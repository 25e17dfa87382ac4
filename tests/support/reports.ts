import { createReport, submitReport } from '#follow-up/reports/changes.server.ts';
import type { ReportInput } from '#follow-up/reports/schema.ts';
import { confirmReport, decideReport } from '#follow-up/validations/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { tester } from './node.ts';

const both = (fr: string, ar: string) => ({ fr, ar, original: 'fr' as const });

/** Somebody who decides the reports of an organisation. */
export const validatorOf = (on: string): Actor => ({
  id: `validator-of-${on}`,
  grants: [{ role: 'validator', scope: 'organisation', on }],
});

/** The ids of what {@link writeReports} made. */
export interface WrittenReports {
  number: string;
  scale: string;
  confirmed: string;
  validated: string;
  returned: string;
  draft: string;
}

/**
 * A number and a scale that are measured of a commitment, and its lead's reports on it: one confirmed, one validated,
 * one sent back and a draft.
 */
export async function writeReports(tx: Transaction, slug: string): Promise<WrittenReports> {
  const commitment = await tx
    .selectFrom('commitments')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const measured = { commitment_id: commitment.id, direction: 'up' as const };
  const number = await createRecord(tx, tester, 'indicators', {
    ...measured,
    position: 1,
    kind: 'number',
    ...columns('name', both('Guichets ouverts', 'الشبابيك المفتوحة')),
    ...columns('unit', both('guichets', 'شباكاً')),
    baseline: '0',
    baseline_on: '2026-12-31',
    target: '8',
    target_on: '2029-12-31',
    ...columns('source', both('Registre de la région', 'سجل الجهة')),
  });
  const scale = await createRecord(tx, tester, 'indicators', {
    ...measured,
    position: 2,
    kind: 'scale',
    ...columns('name', both('Qualité de l’accueil', 'جودة الاستقبال')),
    ...columns('unit', undefined),
    baseline: '1',
    baseline_on: '2026-12-31',
    target: '3',
    target_on: null,
    ...columns('source', undefined),
  });
  for (const [index, [fr, ar]] of [
    ['Sur rendez-vous seulement', 'بموعد فقط'],
    ['Ouvert chaque jour', 'مفتوح كل يوم'],
    ['Ouvert chaque jour, dans trois langues', 'مفتوح كل يوم، بثلاث لغات'],
  ].entries())
    await createRecord(tx, tester, 'indicator_levels', {
      indicator_id: scale,
      position: index + 1,
      ...columns('description', both(fr!, ar!)),
    });

  const begin = async (from: string, to: string, values: Partial<ReportInput>) =>
    done(
      await createReport(tx, tester, {
        commitmentId: commitment.id,
        organisationId: commitment.organisation_id,
        periodStartsOn: from,
        periodEndsOn: to,
        status: 'in-progress',
        narrative: both('Deux guichets accueillent le public.', 'شباكان يستقبلان الجمهور.'),
        obstacles: both('Les locaux manquent.', 'المقرات غير كافية.'),
        nextSteps: both('Former deux agents de plus.', 'تكوين عونين آخرين.'),
        ...values,
      }),
    ).id;
  const figures = (value: string, level: string) => ({
    [number]: { value, source: both('Registre de la région', 'سجل الجهة') },
    [scale]: { value: level },
  });
  const decide = async (id: string, decision: 'validated' | 'returned') => {
    done(await submitReport(tx, tester, { id, version: 1 }));
    const reasons = decision === 'returned' ? { reasons: 'Quels locaux ?', language: 'fr' as const } : {};
    const decided = { id, version: 2, decision, ...reasons };
    done(await decideReport(tx, validatorOf(commitment.organisation_id), decided));
    return id;
  };

  const confirmed = await decide(
    await begin('2027-01-01', '2027-06-30', { status: 'in-preparation', figures: figures('2', '1') }),
    'validated',
  );
  if (commitment.confirmed_by_id) {
    const asked = { id: confirmed, version: 3, decision: 'validated' } as const;
    done(await confirmReport(tx, validatorOf(commitment.confirmed_by_id), asked));
  }
  const validated = await decide(
    await begin('2027-07-01', '2027-12-31', { figures: figures('5,5', '2') }),
    'validated',
  );
  const returned = await decide(
    await begin('2028-01-01', '2028-06-30', { figures: figures('6', '2') }),
    'returned',
  );
  const draft = await begin('2028-07-01', '2028-12-31', {
    status: 'discontinued',
    reason: both('Brouillon seulement', 'مسودة فقط'),
  });
  return { number, scale, confirmed, validated, returned, draft };
}
