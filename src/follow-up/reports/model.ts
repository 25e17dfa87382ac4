import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { CommitmentStatus } from '../commitments/model.ts';

/** A number with a unit, or a scale whose levels are described where no number fits. */
export const indicatorKinds = ['number', 'scale'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** What is measured of a commitment. */
export interface IndicatorRow
  extends RecordColumns, Trilingual<'name'>, Trilingual<'unit'>, Trilingual<'source'> {
  commitment_id: string;
  position: number;
  kind: IndicatorKind;
  /** Decimal numbers as text; on a scale, the position of a level. */
  baseline: string | null;
  baseline_on: string | null;
  target: string | null;
  target_on: string | null;
  /** Which way is better. */
  direction: 'up' | 'down';
}

export interface IndicatorLevelRow extends RecordColumns, Trilingual<'description'> {
  indicator_id: string;
  position: number;
}

/** How far a report has come between who writes it and who answers for it. */
export const reportStages = ['draft', 'submitted', 'returned', 'validated', 'confirmed'] as const;
export type ReportStage = (typeof reportStages)[number];

/** Stages that everybody reads who reads the commitment. */
export const publicStages: readonly ReportStage[] = ['validated', 'confirmed'];

/** Stages of which only who writes and who decides a report knows. */
export const closedStages: readonly ReportStage[] = ['draft', 'submitted', 'returned'];

/** Stages in which whoever writes a report changes it. */
export const openStages: readonly ReportStage[] = ['draft', 'returned'];

/** What one institution says of one commitment for one period. */
export interface ReportRow
  extends
    RecordColumns,
    Trilingual<'reason'>,
    Trilingual<'narrative'>,
    Trilingual<'obstacles'>,
    Trilingual<'next_steps'> {
  commitment_id: string;
  organisation_id: string;
  period_starts_on: string;
  period_ends_on: string;
  status: CommitmentStatus;
  stage: ReportStage;
  submitted_at: string | null;
  /** The account that submitted it: it never decides it, and is told what was decided. */
  submitted_by: string | null;
  validated_at: string | null;
  confirmed_at: string | null;
}

/** What an indicator stood at in the period of a report. */
export interface IndicatorValueRow extends RecordColumns, Trilingual<'source'> {
  report_id: string;
  indicator_id: string;
  value: string;
}

/** What the institution's validator, or another party, decided of a report. */
export interface ValidationRow extends RecordColumns {
  report_id: string;
  step: 'institution' | 'other-party';
  organisation_id: string | null;
  decision: 'validated' | 'returned';
  reasons: string | null;
  reasons_language: Locale | null;
  decided_at: string;
  /** The account that decided. */
  decided_by: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    indicators: IndicatorRow;
    indicator_levels: IndicatorLevelRow;
    reports: ReportRow;
    indicator_values: IndicatorValueRow;
    validations: ValidationRow;
  }
}

/** What somebody can do of a report now, or waits for. */
export type ReportStep =
  'write' | 'rewrite' | 'take-back' | 'decide' | 'own' | 'confirm' | 'own-validation' | 'await-confirmation';

/** What somebody has to do with a report. */
export interface ReportRole {
  /** Writes in the name of its institution. */
  writes: boolean;
  /** Decides for its institution. */
  decides: boolean;
  /** Confirms for the other party. */
  confirms: boolean;
}

/**
 * What comes next of a report for somebody, as its stage and the rule say that nobody decides what is theirs.
 * @param reader the account that asks
 * @param validatedBy the account that validated it
 * @param isConfirmed whether another party is asked to confirm
 */
export function nextSteps(
  { stage, submitted_by }: Pick<ReportRow, 'stage' | 'submitted_by'>,
  { writes, decides, confirms }: ReportRole,
  { reader, validatedBy, isConfirmed }: { reader: string; validatedBy: string | null; isConfirmed: boolean },
): ReportStep[] {
  const isOwn = submitted_by === reader;
  if (stage === 'draft') return writes ? ['write'] : [];
  if (stage === 'returned') return writes ? ['rewrite'] : [];
  if (stage === 'submitted')
    return [
      ...(decides ? [isOwn ? ('own' as const) : ('decide' as const)] : []),
      ...(writes ? ['take-back' as const] : []),
    ];
  if (stage !== 'validated' || !isConfirmed) return [];
  if (confirms) return [isOwn || validatedBy === reader ? 'own-validation' : 'confirm'];
  return writes || decides ? ['await-confirmation'] : [];
}
