import { m } from '#messages';
import type { StepKind, WeekDay } from '../model.ts';

const days: Record<WeekDay, () => string> = {
  settle: m.follow_up_week_settle,
  due: m.follow_up_week_due,
  answer: m.follow_up_week_answer,
  report: m.follow_up_week_report,
  together: m.follow_up_week_together,
};

/** What a day of the first week is for. */
export const dayWord = (day: WeekDay): string => days[day]();

const leads: Record<WeekDay, () => string> = {
  settle: m.follow_up_week_settle_lead,
  due: m.follow_up_week_due_lead,
  answer: m.follow_up_week_answer_lead,
  report: m.follow_up_week_report_lead,
  together: m.follow_up_week_together_lead,
};

/** How what a day is for is done. */
export const dayLead = (day: WeekDay): string => leads[day]();

const steps: Record<StepKind, () => string> = {
  file: m.follow_up_week_file,
  institution: m.follow_up_week_institution,
  notices: m.follow_up_week_notices,
  'first-due': m.follow_up_week_first_due,
  commitment: m.follow_up_week_commitment,
  'no-commitment': m.follow_up_week_no_commitment,
  answer: m.follow_up_week_to_answer,
  'no-answer': m.follow_up_week_no_answer,
  returned: () => m.network_duty({ kind: 'report-returned' }),
  begun: m.follow_up_handover_report_begun,
  write: m.follow_up_week_write,
  decide: m.follow_up_week_decide,
  'no-report': m.follow_up_week_no_report,
  colleague: m.follow_up_week_colleague,
  alternate: m.follow_up_week_alternate,
  work: m.follow_up_week_work,
};

/** What there is to read or do, in a few words. */
export const stepWord = (kind: StepKind): string => steps[kind]();
