import { m } from '#messages';
import type { ReportStage } from '../model.ts';

const stages: Record<ReportStage, () => string> = {
  draft: m.follow_up_report_draft,
  submitted: m.follow_up_report_submitted,
  returned: m.follow_up_report_returned,
  validated: m.follow_up_report_validated,
  confirmed: m.follow_up_report_confirmed,
};

/** How far a report has come between who writes it and who answers for it, in a word. */
export const stageWord = (stage: ReportStage): string => stages[stage]();
