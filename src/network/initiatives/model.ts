import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

export interface InitiativeRow
  extends
    RecordColumns,
    Trilingual<'name'>,
    Trilingual<'acronym'>,
    Trilingual<'summary'>,
    Trilingual<'aims'> {
  slug: string;
  /** As exact as they are known (ISO 8601). */
  starts_on: string | null;
  ends_on: string | null;
  /** In the currency's minor unit (ISO 4217). */
  budget_minor: number | null;
  budget_currency: string | null;
}

export const outcomeKinds = ['result', 'prospect'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A result of an initiative, or a prospect it opens; its sources stand in links. */
export interface OutcomeRow extends RecordColumns, Trilingual<'text'> {
  initiative_id: string;
  kind: OutcomeKind;
  position: number;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    initiatives: InitiativeRow;
    outcomes: OutcomeRow;
  }
}
