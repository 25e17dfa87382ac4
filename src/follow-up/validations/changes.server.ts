import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { baseLocale } from '#platform/locale/locale.ts';
import { change } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { refreshCommitment } from '../commitment-status/changes.server.ts';
import { tellOfValidation } from '../follows/changes.server.ts';
import type { ReportRow, ReportStage, ValidationRow } from '../reports/model.ts';
import { decidedOrganisations, mayDecide } from '../reports/policy.ts';
import { tellOfReport } from '../reports/reactions.server.ts';
import { decisionInput, type DecisionInput } from '../reports/schema.ts';

/** Validates a submitted report, or sends it back with comments: a validator of the institution that wrote it. */
export function decideReport(target: Target, actor: Actor, input: DecisionInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayDecide(actor),
      schema: decisionInput,
      input,
      within: async (tx, { id }) => {
        const report = await readStanding(tx, id);
        return report !== undefined && decidedOrganisations(actor).includes(report.organisation_id);
      },
    },
    async (tx, values) => {
      const report = (await readStanding(tx, values.id))!;
      if (report.stage !== 'submitted') return refused('follow_up_problem_report_decided');
      const { organisation_id } = report;
      return decide(tx, actor, report, { ...values, step: 'institution', organisation_id }, clock);
    },
  );
}

/** Confirms a validated report, or sends it back: a validator of the institution that the commitment names for it. */
export function confirmReport(
  target: Target,
  actor: Actor,
  input: DecisionInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayDecide(actor),
      schema: decisionInput,
      input,
      within: async (tx, { id }) => {
        const report = await readStanding(tx, id);
        return Boolean(
          report?.confirmed_by_id && decidedOrganisations(actor).includes(report.confirmed_by_id),
        );
      },
    },
    async (tx, values) => {
      const report = (await readStanding(tx, values.id))!;
      if (report.stage !== 'validated') return refused('follow_up_problem_report_unvalidated');
      const validated = await tx
        .selectFrom('validations')
        .select('decided_by')
        .where('report_id', '=', report.id)
        .orderBy('decided_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      // Another party looks: whoever validated for the first does not confirm for the second.
      if (validated?.decided_by === actor.id) return refused('follow_up_problem_own_validation');
      const organisation_id = report.confirmed_by_id;
      return decide(tx, actor, report, { ...values, step: 'other-party', organisation_id }, clock);
    },
  );
}

type Standing = ReportRow & { confirmed_by_id: string | null };

function readStanding(tx: Transaction, id: string): Promise<Standing | undefined> {
  return tx
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .selectAll('reports')
    .select('commitments.confirmed_by_id')
    .where('reports.id', '=', id)
    .executeTakeFirst();
}

/** Writes what was decided of the version that was read; the status of the commitment follows, and people are told. */
async function decide(
  tx: Transaction,
  actor: Actor,
  report: Standing,
  decided: DecisionInput & Pick<ValidationRow, 'step' | 'organisation_id'>,
  clock: Clock,
): Promise<{ id: string; version: number; stage: ReportStage } | Refusal> {
  if (report.submitted_by === actor.id) return refused('follow_up_problem_own_report');
  const { decision, step, organisation_id, reasons, language, version } = decided;
  const now = instant(clock);
  const passed =
    step === 'institution'
      ? { stage: 'validated' as const, validated_at: now }
      : { stage: 'confirmed' as const, confirmed_at: now };
  const moved = decision === 'validated' ? passed : { stage: 'returned' as const, validated_at: null };
  await updateRecord(tx, actor, 'reports', report.id, moved, { version, clock });
  const said = reasons || null;
  await createRecord(
    tx,
    actor,
    'validations',
    {
      report_id: report.id,
      step,
      organisation_id,
      decision,
      reasons: said,
      reasons_language: said ? (language ?? baseLocale) : null,
      decided_at: now,
      decided_by: actor.id,
    },
    clock,
  );
  const { confirmed_by_id: _, ...row } = report;
  const standing = { ...row, ...moved, version: version + 1 };
  const told = await tellOfReport(tx, actor, standing, clock);
  const isValidated = moved.stage === 'validated';
  await refreshCommitment(tx, actor, report.commitment_id, clock, { quiet: isValidated });
  if (isValidated) await tellOfValidation(tx, actor, standing, told, clock);
  return { id: report.id, version: version + 1, stage: moved.stage };
}
