import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { changesOf } from '#platform/journal/history.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { keepsRegister } from '../policy.ts';
import { ledInstitutions } from '../commitments/policy.ts';
import { ledBy, readableBy as commitmentsReadableBy } from '../commitments/queries.server.ts';
import { closedStages, type IndicatorValueRow, type ReportRow } from './model.ts';
import { decidedOrganisations, mayReport } from './policy.ts';

type Joined = Pick<Tables, 'reports' | 'commitments'>;

/** Reports of the institutions in whose name an actor speaks, as the `where` of a query of reports. */
export function writtenBy(actor: Actor): Expression<SqlBool> {
  const report = expressionBuilder<Tables, 'reports'>();
  const scope = ledInstitutions(actor);
  if (scope === 'every') return report.lit(true);
  if (scope.organisations.length + scope.territories.length === 0) return report.lit(false);
  const led = report.selectFrom('organisations').select('organisations.id').where(ledBy(actor));
  return report('reports.organisation_id', 'in', led);
}

/**
 * The reports that an actor may read, as the `where` of any query that has joined `reports` and `commitments`: what
 * was validated, whoever reads the commitment; the rest, only who writes it and who decides it.
 */
export function reportsReadableBy(actor: Actor): Expression<SqlBool> {
  if (keepsRegister(actor)) return expressionBuilder<Joined, keyof Joined>().lit(true);
  const { and, or, eb } = expressionBuilder<Joined, keyof Joined>();
  // Said by what is left out: most are public, so no engine is to look for them by their stage.
  const isPublic = eb('reports.stage', 'not in', closedStages);
  const ways: Expression<SqlBool>[] = [and([isPublic, commitmentsReadableBy(actor)]), ...draftWays(actor)];
  const decided = decidedOrganisations(actor);
  if (decided.length > 0) ways.push(and([isPublic, eb('commitments.confirmed_by_id', 'in', decided)]));
  return or(ways);
}

/** By which ways an actor reads reports before they are public: it writes them, or decides them. */
function draftWays(actor: Actor): Expression<SqlBool>[] {
  const decided = decidedOrganisations(actor);
  return [
    ...(decided.length > 0
      ? [expressionBuilder<Tables, 'reports'>()('reports.organisation_id', 'in', decided)]
      : []),
    ...(mayReport(actor) ? [writtenBy(actor)] : []),
  ];
}

/** Whether an actor reads what a report was before it was public, and what was decided of it. */
export async function mayReadDrafts(db: Source, actor: Actor, id: string): Promise<boolean> {
  const ways = draftWays(actor);
  if (ways.length === 0) return false;
  const found = await db
    .selectFrom('reports')
    .select('id')
    .where('id', '=', id)
    .where(({ or }) => or(ways))
    .executeTakeFirst();
  return found !== undefined;
}

function readable(db: Source, actor: Actor) {
  return db
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .selectAll('reports')
    .where(reportsReadableBy(actor));
}

/** One report, where the actor may read it. */
export function readReport(db: Source, actor: Actor, id: string): Promise<ReportRow | undefined> {
  return readable(db, actor).where('reports.id', '=', id).executeTakeFirst();
}

/** The reports on a commitment that an actor may read, the latest period first. */
export function listReports(db: Source, actor: Actor, commitmentId: string): Promise<ReportRow[]> {
  return readable(db, actor)
    .where('reports.commitment_id', '=', commitmentId)
    .orderBy('reports.period_ends_on', 'desc')
    .orderBy('reports.id', 'desc')
    .execute();
}

/** Of the reports that an actor may read, what a list of addresses says. */
export function listReportPages(db: Source, actor: Actor) {
  return db
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .select(['reports.id', 'reports.updated_at', 'commitments.slug'])
    .where(reportsReadableBy(actor))
    .orderBy('commitments.slug')
    .orderBy('reports.id')
    .execute();
}

/** Reports with who wrote them and what they say of each indicator. The caller has read the reports. */
export async function withFigures(db: Source, rows: readonly ReportRow[]) {
  const ids = rows.map(({ id }) => id);
  const [organisations, figures] = await Promise.all([
    listByIds(
      db,
      'organisations',
      rows.map(({ organisation_id }) => organisation_id),
    ),
    ids.length === 0
      ? []
      : db
          .selectFrom('indicator_values')
          .innerJoin('indicators', 'indicators.id', 'indicator_values.indicator_id')
          .selectAll('indicator_values')
          .where('report_id', 'in', ids)
          .orderBy('indicators.position')
          .orderBy('indicator_values.id')
          .execute(),
  ]);
  return rows.map((row) => ({
    ...row,
    organisation: organisations.find(({ id }) => id === row.organisation_id)!,
    figures: figures.filter(({ report_id }) => report_id === row.id),
  }));
}

export type ToldReport = Awaited<ReturnType<typeof withFigures>>[number];

/** Whether an actor writes in the name of a report's institution. */
export async function mayWriteReport(db: Source, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('reports')
    .select('id')
    .where('id', '=', id)
    .where(writtenBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** The institutions in whose name an actor may report on a commitment: who leads it, and who takes part. */
export function listReporting(db: Source, actor: Actor, commitmentId: string) {
  return db
    .selectFrom('organisations')
    .selectAll()
    .where(ledBy(actor))
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('id', 'in', selectFrom('commitments').select('organisation_id').where('id', '=', commitmentId)),
        eb(
          'id',
          'in',
          selectFrom('commitment_parties')
            .select('commitment_parties.organisation_id')
            .where('commitment_id', '=', commitmentId),
        ),
      ]),
    )
    .orderBy('slug')
    .execute();
}

/** Other reports of the same institution on the same commitment whose period shares a day with this one's. */
export function listOverlapping(
  db: Source,
  report: Pick<ReportRow, 'id' | 'commitment_id' | 'organisation_id' | 'period_starts_on' | 'period_ends_on'>,
) {
  return db
    .selectFrom('reports')
    .selectAll()
    .where('commitment_id', '=', report.commitment_id)
    .where('organisation_id', '=', report.organisation_id)
    .where('id', '<>', report.id)
    .where('period_starts_on', '<=', report.period_ends_on)
    .where('period_ends_on', '>=', report.period_starts_on)
    .orderBy('period_starts_on')
    .orderBy('id')
    .execute();
}

/** What was decided of a report, in order. Only who writes and who decides it reads this. */
export function listDecisions(db: Source, reportId: string) {
  return db
    .selectFrom('validations')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
}

/** The accounts that hold `validator` on an organisation. */
export async function listValidators(db: Source, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('grants')
    .select('account_id')
    .distinct()
    .where('scope', '=', 'organisation')
    .where('on_id', '=', organisationId)
    .where('role', '=', 'validator')
    .orderBy('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** The reports that an actor is to decide or to confirm, and those that came back to it. */
export async function reportDuties(db: Source, actor: Actor): Promise<Duty[]> {
  const decided = decidedOrganisations(actor);
  const rows = await db
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .selectAll('commitments')
    .select(['reports.id as report_id', 'reports.stage', 'reports.updated_at as moved_at'])
    .where(({ and, eb, or, lit }) =>
      or([
        and([
          eb('reports.stage', '=', 'returned'),
          // Who keeps the register writes for everybody, and owes only what it sent in itself.
          keepsRegister(actor) ? eb('reports.submitted_by', '=', actor.id) : writtenBy(actor),
        ]),
        ...(decided.length === 0
          ? [lit(false)]
          : [
              and([
                eb('reports.stage', '=', 'submitted'),
                eb('reports.organisation_id', 'in', decided),
                eb('reports.submitted_by', '<>', actor.id),
              ]),
              and([
                eb('reports.stage', '=', 'validated'),
                eb('commitments.confirmed_by_id', 'in', decided),
                eb('reports.submitted_by', '<>', actor.id),
              ]),
            ]),
      ]),
    )
    .orderBy('reports.id')
    .execute();
  const kinds = { submitted: 'report', validated: 'report-confirmation' } as const;
  return rows.map((row) => ({
    kind: row.stage === 'submitted' || row.stage === 'validated' ? kinds[row.stage] : 'report-returned',
    at: row.moved_at,
    href: `/commitments/${row.slug}/reports/${row.report_id}`,
    about: textOf(row, 'title'),
  }));
}

/** A report's row with its figures beside it, by the names of the form's columns. */
export function rowWithFigures<Row extends object>(
  row: Row,
  figures: readonly Pick<
    IndicatorValueRow,
    'indicator_id' | 'value' | 'source_fr' | 'source_ar' | 'source_en' | 'source_original'
  >[],
): Row {
  const columns = figures.flatMap(({ indicator_id, ...figure }) =>
    (['value', 'source_fr', 'source_ar', 'source_en', 'source_original'] as const).map((column) => [
      `figures_${indicator_id}_${column}`,
      figure[column],
    ]),
  );
  return { ...row, ...Object.fromEntries(columns) };
}

/**
 * A report as it stood in one version, its figures beside it; undefined where the journal doesn't know it. A version
 * covers the figures: they are what the journal had written of them until the row's next version.
 */
export async function reportAt(db: Source, id: string, version: number): Promise<object | undefined> {
  const entries = await changesOf(db, id);
  const at = entries.findIndex(({ after }) => after?.['version'] === version);
  const entry = entries[at];
  if (!entry?.after) return undefined;
  const written = await db
    .selectFrom('journal')
    .select(['record_id', 'after'])
    .where('kind', '=', 'indicator_values')
    // Of figures alone, and only while the report stood: `journal_kind` finds these few.
    .where('number', '>', entries.at(-1)!.number)
    .where('number', '<', entries[at - 1]?.number ?? Number.MAX_SAFE_INTEGER)
    .where(({ fn, ref }) => sql`${fn.coalesce(ref('after'), ref('before'))} like ${`%"report_id":"${id}"%`}`)
    .orderBy('number')
    .execute();
  const figures = new Map<string, IndicatorValueRow>();
  for (const { record_id, after } of written)
    if (after === null) figures.delete(record_id);
    else figures.set(record_id, JSON.parse(after) as IndicatorValueRow);
  return rowWithFigures(entry.after, [...figures.values()]);
}
