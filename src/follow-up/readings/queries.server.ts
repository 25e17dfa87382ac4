import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { decidedBy } from '../commitments/queries.server.ts';
import { closedStages } from '../reports/model.ts';
import { reportsReadableBy, writtenBy } from '../reports/queries.server.ts';
import { readingTypes, type ReadingRow } from './model.ts';
import { mayModerate, readingOrganisations } from './policy.ts';

type Joined = Pick<Tables, 'readings' | 'reports' | 'commitments'>;

/**
 * The readings that an actor may read, as the `where` of a query that has joined `readings`, `reports` and `commitments`:
 * what is published of a public report, whoever reads the report; the rest, only who wrote it and who decides it.
 */
export function readingsReadableBy(actor: Actor): Expression<SqlBool> {
  const { and, or, eb } = expressionBuilder<Joined, keyof Joined>();
  const isPublic = and([
    eb('readings.stage', '=', 'published'),
    eb('reports.stage', 'not in', closedStages),
    reportsReadableBy(actor),
  ]);
  const ways: Expression<SqlBool>[] = [isPublic, eb('readings.written_by', '=', actor.id)];
  if (mayModerate(actor)) ways.push(decidedBy(actor));
  return or(ways);
}

function joined(db: Source) {
  return db
    .selectFrom('readings')
    .innerJoin('reports', 'reports.id', 'readings.report_id')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id');
}

/** The readings of some reports that an actor may read, in the order in which they were handed in. */
export async function listReadings(
  db: Source,
  actor: Actor,
  reportIds: readonly string[],
): Promise<ReadingRow[]> {
  if (reportIds.length === 0) return [];
  return joined(db)
    .selectAll('readings')
    .where('readings.report_id', 'in', reportIds)
    .where(readingsReadableBy(actor))
    .orderBy('readings.submitted_at')
    .orderBy('readings.id')
    .execute();
}

/** How many readings of some reports are published, by report, as far as an actor may read them. */
export async function countReadings(
  db: Source,
  actor: Actor,
  reportIds: readonly string[],
): Promise<Map<string, number>> {
  if (reportIds.length === 0) return new Map();
  const rows = await joined(db)
    .select(({ fn }) => ['readings.report_id', fn.countAll().as('count')])
    .where('readings.report_id', 'in', reportIds)
    .where('readings.stage', '=', 'published')
    .where(readingsReadableBy(actor))
    .groupBy('readings.report_id')
    .execute();
  return new Map(rows.map(({ report_id, count }) => [report_id, Number(count)]));
}

/** Readings with the organisations whose they are. */
export async function withReaders(db: Source, rows: readonly ReadingRow[]) {
  const organisations = await listByIds(
    db,
    'organisations',
    rows.map(({ organisation_id }) => organisation_id),
  );
  return rows.map((row) => ({
    ...row,
    organisation: organisations.find(({ id }) => id === row.organisation_id)!,
  }));
}

export type ToldReading = Awaited<ReturnType<typeof withReaders>>[number];

/** One reading, where the actor may read it. */
export function readReading(db: Source, actor: Actor, id: string): Promise<ReadingRow | undefined> {
  return joined(db)
    .selectAll('readings')
    .where('readings.id', '=', id)
    .where(readingsReadableBy(actor))
    .executeTakeFirst();
}

/** Whether an actor decides a reading: whoever coordinates the network, or a territory that the commitment concerns. */
export async function mayDecideReading(db: Source, actor: Actor, id: string): Promise<boolean> {
  return (
    (await joined(db)
      .select('readings.id')
      .where('readings.id', '=', id)
      .where(decidedBy(actor))
      .executeTakeFirst()) !== undefined
  );
}

/** Whether an actor speaks for the institution whose report a reading is of. */
export async function mayReplyTo(db: Source, actor: Actor, id: string): Promise<boolean> {
  return (
    (await joined(db)
      .select('readings.id')
      .where('readings.id', '=', id)
      .where(writtenBy(actor))
      .executeTakeFirst()) !== undefined
  );
}

/**
 * The organisations in whose name an actor may read a report: of civil society, and with no part in the commitment; none
 * where the report is not public, or not for the actor.
 */
export async function listReaders(db: Source, actor: Actor, reportId: string) {
  const held = readingOrganisations(actor);
  if (held.length === 0) return [];
  const report = await db
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .select(['reports.organisation_id as author', 'reports.commitment_id'])
    .select(['commitments.organisation_id as lead', 'commitments.confirmed_by_id as confirmer'])
    .where('reports.id', '=', reportId)
    .where('reports.stage', 'not in', closedStages)
    .where(reportsReadableBy(actor))
    .executeTakeFirst();
  if (!report) return [];
  const { author, lead, confirmer, commitment_id } = report;
  return db
    .selectFrom('organisations')
    .selectAll()
    .where('id', 'in', held)
    .where('type', 'in', readingTypes)
    .where('id', 'not in', [author, lead, ...(confirmer ? [confirmer] : [])])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('commitment_parties')
            .select('commitment_parties.id')
            .where('commitment_parties.commitment_id', '=', commitment_id)
            .whereRef('commitment_parties.organisation_id', '=', 'organisations.id'),
        ),
      ),
    )
    .orderBy('slug')
    .execute();
}

/** The readings that wait for an actor's decision; not its own, nor one of a report that it handed in. */
export async function readingDuties(db: Source, actor: Actor): Promise<Duty[]> {
  if (!mayModerate(actor)) return [];
  const rows = await joined(db)
    .selectAll('commitments')
    .select(['readings.id as reading_id', 'readings.report_id', 'readings.submitted_at'])
    .where('readings.stage', '=', 'submitted')
    .where(decidedBy(actor))
    .where(({ eb, or }) =>
      or([eb('readings.written_by', 'is', null), eb('readings.written_by', '<>', actor.id)]),
    )
    .where(({ eb, or }) =>
      or([eb('reports.submitted_by', 'is', null), eb('reports.submitted_by', '<>', actor.id)]),
    )
    .orderBy('readings.id')
    .execute();
  return rows.map((row) => ({
    kind: 'reading',
    at: row.submitted_at,
    href: `/commitments/${row.slug}/reports/${row.report_id}/readings#reading-${row.reading_id}`,
    about: textOf(row, 'title'),
  }));
}
