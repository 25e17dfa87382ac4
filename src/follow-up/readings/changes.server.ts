import { sql } from 'kysely';
import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayReport } from '../reports/policy.ts';
import { publicStages } from '../reports/model.ts';
import type { ReadingRow } from './model.ts';
import { mayModerate, mayRead, readingOrganisations } from './policy.ts';
import { listReaders, mayDecideReading, mayReplyTo } from './queries.server.ts';
import { tellOfReading } from './reactions.server.ts';
import {
  readingDecision,
  readingInput,
  readingReply,
  readingUpdate,
  standingReading,
  type ReadingDecision,
  type ReadingInput,
  type ReadingReply,
  type ReadingUpdate,
  type StandingReading,
} from './schema.ts';

/** Hands in what an organisation of civil society reads in a public report; whoever may publish it is told. */
export function submitReading(target: Target, actor: Actor, input: ReadingInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayRead(actor),
      schema: readingInput,
      input,
      within: async (tx, { reportId, organisationId }) =>
        (await listReaders(tx, actor, reportId)).some(({ id }) => id === organisationId),
    },
    async (tx, { reportId, organisationId, ...values }) => {
      await hold(tx, reportId);
      const standing = await tx
        .selectFrom('readings')
        .select('id')
        .where('report_id', '=', reportId)
        .where('organisation_id', '=', organisationId)
        .where('stage', 'in', ['submitted', 'published'])
        .executeTakeFirst();
      if (standing) return refused('follow_up_problem_read_already', 'organisationId');
      const row = {
        report_id: reportId,
        organisation_id: organisationId,
        ...(await columnsOf(tx, reportId, values)),
        ...undecided,
        written_by: actor.id,
        submitted_at: instant(clock),
      };
      const id = await createRecord(tx, actor, 'readings', row, clock);
      await tellOfReading(tx, actor, id, clock);
      return { id };
    },
  );
}

/** Changes a reading to the whole input, as long as nobody has decided it: who wrote it, still in that name. */
export function updateReading(
  target: Target,
  actor: Actor,
  input: ReadingUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayRead(actor),
      schema: readingUpdate,
      input,
      within: async (tx, { id }) => {
        const found = await standing(tx, id);
        return found?.written_by === actor.id && readingOrganisations(actor).includes(found.organisation_id);
      },
    },
    async (tx, { id, version, ...values }) => {
      const reading = (await standing(tx, id))!;
      if (reading.stage !== 'submitted') return refused('follow_up_problem_reading_decided');
      const row = await columnsOf(tx, reading.report_id, values);
      await updateRecord(tx, actor, 'readings', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Takes a reading back, published or not: who wrote it, or who speaks for its organisation as well. */
export function withdrawReading(
  target: Target,
  actor: Actor,
  input: StandingReading,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayRead(actor),
      schema: standingReading,
      input,
      within: async (tx, { id }) => {
        const found = await standing(tx, id);
        if (!found || !readingOrganisations(actor).includes(found.organisation_id)) return false;
        return found.written_by === actor.id || found.stage === 'published';
      },
    },
    async (tx, { id, version }) => {
      const { stage } = (await standing(tx, id))!;
      if (stage !== 'submitted' && stage !== 'published') return refused(refusals.stale);
      await updateRecord(tx, actor, 'readings', id, { stage: 'withdrawn' }, { version, clock });
      return { id };
    },
  );
}

/**
 * Publishes or declines a reading: who coordinates the network, or a territory that the commitment concerns; neither who
 * wrote it, nor who handed in the report. Who wrote it is told, and of what is published, whose report it is.
 */
export function decideReading(
  target: Target,
  actor: Actor,
  input: ReadingDecision,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayModerate(actor),
      schema: readingDecision,
      input,
      within: (tx, { id }) => mayDecideReading(tx, actor, id),
    },
    async (tx, { id, version, decision, answer, language }) => {
      const reading = (await standing(tx, id))!;
      if (reading.stage !== 'submitted') return refused('follow_up_problem_reading_decided');
      if (reading.written_by === actor.id) return refused('follow_up_problem_own_reading');
      const report = await tx
        .selectFrom('reports')
        .select(['stage', 'submitted_by'])
        .where('id', '=', reading.report_id)
        .executeTakeFirstOrThrow();
      if (report.submitted_by === actor.id) return refused('follow_up_problem_reading_of_own_report');
      if (decision === 'published' && !publicStages.includes(report.stage))
        return refused('follow_up_problem_report_not_public');
      const row = {
        stage: decision,
        answer: answer || null,
        answer_language: answer ? language : null,
        decided_at: instant(clock),
        decided_by: actor.id,
      };
      await updateRecord(tx, actor, 'readings', id, row, { version, clock });
      await tellOfReading(tx, actor, id, clock);
      return { id };
    },
  );
}

/** Says what the institution whose report it is has to say to a published reading, whose author is told. */
export function replyToReading(
  target: Target,
  actor: Actor,
  input: ReadingReply,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayReport(actor),
      schema: readingReply,
      input,
      within: (tx, { id }) => mayReplyTo(tx, actor, id),
    },
    async (tx, { id, version, reply }) => {
      const { stage } = (await standing(tx, id))!;
      if (stage !== 'published') return refused(refusals.stale);
      const row = { ...columns('reply', reply), replied_at: instant(clock) };
      await updateRecord(tx, actor, 'readings', id, row, { version, clock });
      await tellOfReading(tx, actor, id, clock);
      return { id };
    },
  );
}

const undecided = {
  stage: 'submitted' as const,
  answer: null,
  answer_language: null,
  decided_at: null,
  decided_by: null,
  ...columns('reply', undefined),
  replied_at: null,
};

function standing(db: Source, id: string): Promise<ReadingRow | undefined> {
  return db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Makes whoever else writes of a report wait: two of one organisation read it once. */
async function hold(tx: Transaction, reportId: string): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ version: sql`version` })
    .where('id', '=', reportId)
    .execute();
}

type Content = Omit<v.InferOutput<typeof readingUpdate>, 'id' | 'version'>;

/** A status of its own is said where it differs from the report's, by who does not agree. */
async function columnsOf(
  tx: Transaction,
  reportId: string,
  { judgement, ownStatus, text, sources }: Content,
) {
  const { status } = await tx
    .selectFrom('reports')
    .select('status')
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow();
  return {
    judgement,
    own_status: judgement === 'agrees' || ownStatus === status ? null : (ownStatus ?? null),
    ...columns('text', text),
    sources: sources.length > 0 ? sources.join('\n') : null,
  };
}

/** Who wrote readings, and who decided them. What was said stands in the name of an organisation, and stays. */
export const readingsHolder: PersonalDataHolder = {
  name: 'readings',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('readings')
      .innerJoin('organisations', 'organisations.id', 'readings.organisation_id')
      .selectAll('readings')
      .select('organisations.slug')
      .where('readings.written_by', '=', accountId)
      .orderBy('readings.id')
      .execute();
    const told = rows.map((row) => ({
      record: row.slug,
      created: row.submitted_at,
      text: row[`text_${row.text_original}`],
    }));
    return [{ name: 'readings', rows: told }];
  },
  async erase(tx, { accountId }) {
    for (const column of ['written_by', 'decided_by'] as const)
      await tx
        .updateTable('readings')
        .set({ [column]: null })
        .where(column, '=', accountId)
        .execute();
  },
  remains: async () => [],
};
