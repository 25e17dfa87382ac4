import { createIndicator } from '#follow-up/indicators/changes.server.ts';
import { createReport, submitReport } from '#follow-up/reports/changes.server.ts';
import type { ReportInput } from '#follow-up/reports/schema.ts';
import { confirmReport, decideReport } from '#follow-up/validations/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { tester } from './node.ts';

const both = (fr: string, ar: string) => ({ fr, ar, original: 'fr' as const });

/** Somebody who decides the reports of an organisation. */
export const validatorOf = (on: string): Actor => ({
  id: `validator-of-${on}`,
  grants: [{ role: 'validator', scope: 'organisation', on }],
});

/** A time at which the period of every report that is handed in has begun. */
const begun = () => new Date('2028-05-01T09:00:00Z');

/** The ids of what {@link writeReports} made. */
export interface WrittenReports {
  number: string;
  scale: string;
  confirmed: string;
  validated: string;
  returned: string;
  submitted: string;
  draft: string;
}

/**
 * A number and a scale that are measured of a commitment, and its lead's reports on it: one confirmed, one validated,
 * one sent back, one handed in and a draft.
 */
export async function writeReports(tx: Transaction, slug: string): Promise<WrittenReports> {
  const commitment = await tx
    .selectFrom('commitments')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const commitmentId = commitment.id;
  const number = done(
    await createIndicator(tx, tester, {
      commitmentId,
      name: both('Guichets ouverts', 'الشبابيك المفتوحة'),
      unit: both('guichets', 'شباكاً'),
      baseline: '0',
      baselineOn: '2026-12-31',
      target: '8',
      targetOn: '2029-12-31',
      direction: 'up',
      source: both('Registre de la région', 'سجل الجهة'),
    }),
  ).id;
  const scale = done(
    await createIndicator(tx, tester, {
      commitmentId,
      name: both('Qualité de l’accueil', 'جودة الاستقبال'),
      levels: both(
        'Sur rendez-vous seulement\nOuvert chaque jour\nOuvert chaque jour, dans trois langues',
        'بموعد فقط\nمفتوح كل يوم\nمفتوح كل يوم، بثلاث لغات',
      ),
      baseline: '1',
      baselineOn: '2026-12-31',
      target: '3',
      direction: 'up',
    }),
  ).id;

  const begin = async (from: string, to: string, values: Partial<ReportInput>) =>
    done(
      await createReport(tx, tester, {
        commitmentId,
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
    done(await submitReport(tx, tester, { id, version: 1 }, begun));
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
  const submitted = await begin('2028-04-01', '2028-09-30', { figures: figures('6,5', '3') });
  done(await submitReport(tx, tester, { id: submitted, version: 1 }, begun));
  const draft = await begin('2028-07-01', '2028-12-31', {
    status: 'discontinued',
    reason: both('Brouillon seulement', 'مسودة فقط'),
  });
  return { number, scale, confirmed, validated, returned, submitted, draft };
}
