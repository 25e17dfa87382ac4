import type * as v from 'valibot';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { dayOf } from '#platform/clock/due.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import { inTransaction, type Target, type Transaction } from '#platform/database/database.ts';
import { problems } from '#platform/locale/schema.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Outcome, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { readCommitment } from '../commitments/queries.server.ts';
import { readFigure } from '../indicators/model.ts';
import { openStages, type ReportRow } from './model.ts';
import { mayReport } from './policy.ts';
import { listReporting, mayWriteReport, writtenBy } from './queries.server.ts';
import { tellOfReport } from './reactions.server.ts';
import {
  reportInput,
  reportUpdate,
  standingReport,
  type ReportInput,
  type ReportUpdate,
  type StandingReport,
} from './schema.ts';

type Content = Omit<v.InferOutput<typeof reportUpdate>, 'id' | 'version'>;

/** Begins a report of an institution that leads a commitment or takes part in it, as a draft. */
export function createReport(target: Target, actor: Actor, input: ReportInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayReport(actor),
      schema: reportInput,
      input,
      within: async (tx, { commitmentId, organisationId }) =>
        (await readCommitment(tx, actor, commitmentId)) !== undefined &&
        (await listReporting(tx, actor, commitmentId)).some(({ id }) => id === organisationId),
    },
    async (tx, { commitmentId, organisationId, ...values }) => {
      const figures = await figuresOf(tx, commitmentId, values.figures);
      if (!Array.isArray(figures)) return figures;
      const row = {
        commitment_id: commitmentId,
        organisation_id: organisationId,
        ...columnsOf(values),
        stage: 'draft' as const,
        submitted_at: null,
        submitted_by: null,
        validated_at: null,
        confirmed_at: null,
      };
      const id = await createRecord(tx, actor, 'reports', row, clock);
      await writeFigures(tx, actor, id, figures, clock);
      return { id };
    },
  );
}

/** Changes a report to the whole input, as long as it is a draft or came back. A version covers its figures. */
export function updateReport(target: Target, actor: Actor, input: ReportUpdate, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayReport(actor),
      schema: reportUpdate,
      input,
      within: (tx, { id }) => mayWriteReport(tx, actor, id),
    },
    async (tx, { id, version, ...values }) => {
      const report = await standing(tx, id);
      if (!openStages.includes(report.stage)) return refused('follow_up_problem_report_sent');
      const figures = await figuresOf(tx, report.commitment_id, values.figures);
      if (!Array.isArray(figures)) return figures;
      await updateRecord(tx, actor, 'reports', id, columnsOf(values), { version, clock });
      await writeFigures(tx, actor, id, figures, clock);
      return { id, version: version + 1 };
    },
  );
}

/** Hands a report to the validators of its institution, who are told. */
export function submitReport(
  target: Target,
  actor: Actor,
  input: StandingReport,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayReport(actor),
      schema: standingReport,
      input,
      within: (tx, { id }) => mayWriteReport(tx, actor, id),
    },
    async (tx, { id, version }) => {
      const report = await standing(tx, id);
      if (!openStages.includes(report.stage)) return refused('follow_up_problem_report_sent');
      if (report.period_starts_on > dayOf(clock())) return refused('follow_up_problem_report_ahead');
      const row = { stage: 'submitted' as const, submitted_at: instant(clock), submitted_by: actor.id };
      await updateRecord(tx, actor, 'reports', id, row, { version, clock });
      await tellOfReport(tx, actor, { ...report, ...row, version: version + 1 }, clock);
      return { id, version: version + 1 };
    },
  );
}

/** Takes a submitted report back to change it, as long as nobody has decided it. */
export function takeBackReport(
  target: Target,
  actor: Actor,
  input: StandingReport,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayReport(actor),
      schema: standingReport,
      input,
      within: (tx, { id }) => mayWriteReport(tx, actor, id),
    },
    async (tx, { id, version }) => {
      const report = await standing(tx, id);
      if (report.stage !== 'submitted') return refused('follow_up_problem_report_decided');
      await updateRecord(tx, actor, 'reports', id, { stage: 'draft' }, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a draft with its figures and its evidence; what it said stays in the journal. What was decided stays. */
export function deleteReport(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return inTransaction(target, async (tx): Promise<Outcome<{ id: string }>> => {
    const row = await tx
      .selectFrom('reports')
      .select('stage')
      .where('id', '=', String(input.id))
      .where(writtenBy(actor))
      .executeTakeFirst();
    if (row && row.stage !== 'draft') return refused('follow_up_problem_report_sent');
    return removeRecord(tx, actor, input, {
      kind: 'reports',
      parts: ['indicator_values', 'evidence'],
      references,
      allowed: mayReport(actor),
      within: (tx, id) => mayWriteReport(tx, actor, id),
      clock,
    });
  });
}

function standing(tx: Transaction, id: string): Promise<ReportRow> {
  return tx.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

function columnsOf(values: Content) {
  return {
    period_starts_on: values.periodStartsOn,
    period_ends_on: values.periodEndsOn,
    status: values.status,
    // Said of what is discontinued, and of nothing else.
    ...columns('reason', values.status === 'discontinued' ? values.reason : undefined),
    ...columns('narrative', values.narrative),
    ...columns('obstacles', values.obstacles),
    ...columns('next_steps', values.nextSteps),
  };
}

interface Figure {
  indicatorId: string;
  value: string;
  source: Content['figures'][string]['source'];
}

/** The figures that were typed, as records hold them; a refusal beside the first that is none. */
async function figuresOf(
  tx: Transaction,
  commitmentId: string,
  typed: Content['figures'],
): Promise<Figure[] | Refusal> {
  const indicators = await tx
    .selectFrom('indicators')
    .select(['id', 'kind'])
    .where('commitment_id', '=', commitmentId)
    .execute();
  const figures: Figure[] = [];
  for (const [indicatorId, { value: text, source }] of Object.entries(typed)) {
    const field = `figures.${indicatorId}.value`;
    const indicator = indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return refused(refusals.missing, field);
    if (!text) {
      if (source) return refused(problems.required, field);
      continue;
    }
    const value = readFigure(text);
    if (value === null) return refused('follow_up_problem_not_a_figure', field);
    if (indicator.kind === 'scale' && !(await isLevel(tx, indicatorId, value)))
      return refused(problems.notAChoice, field);
    figures.push({ indicatorId, value, source });
  }
  return figures;
}

async function isLevel(tx: Transaction, indicatorId: string, value: string): Promise<boolean> {
  const found = await tx
    .selectFrom('indicator_levels')
    .select('position')
    .where('indicator_id', '=', indicatorId)
    .execute();
  return found.some(({ position }) => String(position) === value);
}

/** Keeps what a report says of its indicators: what stands so already is not written again. */
async function writeFigures(
  tx: Transaction,
  actor: Actor,
  reportId: string,
  figures: readonly Figure[],
  clock: Clock,
): Promise<void> {
  const before = await tx
    .selectFrom('indicator_values')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute();
  for (const row of before)
    if (!figures.some(({ indicatorId }) => indicatorId === row.indicator_id))
      await deleteRecord(tx, actor, 'indicator_values', row.id, clock);
  for (const { indicatorId, value, source } of figures) {
    const row = before.find(({ indicator_id }) => indicator_id === indicatorId);
    const said = { value, ...columns('source', source) };
    if (!row)
      await createRecord(
        tx,
        actor,
        'indicator_values',
        { report_id: reportId, indicator_id: indicatorId, ...said },
        clock,
      );
    else if (Object.entries(said).some(([column, now]) => row[column as keyof typeof row] !== now))
      await updateRecord(tx, actor, 'indicator_values', row.id, said, { clock });
  }
}
