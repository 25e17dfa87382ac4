import { sql } from 'kysely';
import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { dayOf, endOfDay } from '#platform/clock/due.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { commitmentsIn } from '../commitment-views/queries.server.ts';
import { isSettled, commitmentStatuses, type CommitmentRow } from '../commitments/model.ts';
import { withLeads, type LedCommitment } from '../commitments/queries.server.ts';
import { closedStages, openStages, publicStages, type ReportRow } from '../reports/model.ts';
import { reportsReadableBy } from '../reports/queries.server.ts';
import { listSilent, silentIn, type Silence } from '../silences/queries.server.ts';
import { unheardBefore } from './model.ts';

/** What delays are narrowed to. */
export interface DelayScope {
  /** A territory and all within it; empty for all. */
  within: readonly string[];
  institution: OrganisationRow | undefined;
  /** The calendar day in the network's capital. */
  today: string;
  /** How many of each list are read; all where nothing is said. */
  most?: number;
}

/** The first of a list, and how many it has. */
export interface Counted<Row> {
  count: number;
  rows: Row[];
}

const open = commitmentStatuses.filter((status) => !isSettled(status));

/** The commitments that an institution answers for, in the scope. */
function led(db: Source, actor: Actor, { within, institution, today }: DelayScope) {
  const named = institution ? { institution } : {};
  return commitmentsIn(db, actor, { view: { part: 'lead' }, named, within, today });
}

const late = (db: Source, actor: Actor, scope: DelayScope) =>
  led(db, actor, scope).where('commitments.status', '=', 'late');

/** Open commitments that began long ago, of which no public report tells of the time since. */
function unheard(db: Source, actor: Actor, scope: DelayScope) {
  const before = unheardBefore(scope.today);
  // What says no beginning has begun as it was entered, on a day of the capital.
  const entered = endOfDay(addDays(before, -1)).toISOString();
  return led(db, actor, scope)
    .where('commitments.status', 'in', open)
    .where(({ eb, and, or }) =>
      or([
        eb('commitments.starts_on', '<', before),
        and([eb('commitments.starts_on', 'is', null), eb('commitments.created_at', '<', entered)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reports')
            .select('reports.id')
            .whereRef('reports.commitment_id', '=', 'commitments.id')
            .where('reports.stage', 'in', publicStages)
            .where('reports.period_ends_on', '>=', before),
        ),
      ),
    );
}

/** A commitment with the last day that a public report tells of; null where none does. */
export type HeardCommitment = LedCommitment & { heard_until: string | null };

async function first(
  db: Source,
  query: ReturnType<typeof led>,
  most: number | undefined,
): Promise<HeardCommitment[]> {
  const rows = await query
    .selectAll('commitments')
    .select(({ selectFrom }) =>
      selectFrom('reports')
        .select(({ fn }) => fn.max('reports.period_ends_on').as('until'))
        .whereRef('reports.commitment_id', '=', 'commitments.id')
        .where('reports.stage', 'in', publicStages)
        .as('heard_until'),
    )
    .orderBy(sql`coalesce(commitments.due_on, '9999')`)
    .orderBy('commitments.reference')
    .orderBy('commitments.id')
    .$if(most !== undefined, (whole) => whole.limit(most!))
    .execute();
  return withLeads(db, rows as (CommitmentRow & { heard_until: string | null })[]);
}

/** A recommendation that an institution has not answered, with the instant since which it was asked. */
async function readSilent(db: Source, actor: Actor, { within, institution, most }: DelayScope) {
  const silent = silentIn(db, actor, { within, ...(institution && { institution: institution.id }) });
  const asked = await silent
    .select(['silent.recommendation_id', 'silent.organisation_id', 'silent.since'])
    .orderBy('silent.since')
    .orderBy('organisations.slug')
    .orderBy('silent.recommendation_id')
    .$if(most !== undefined, (whole) => whole.limit(most!))
    .execute();
  const [recommendations, organisations] = await Promise.all([
    byId(
      db,
      'recommendations',
      asked.map((row) => row.recommendation_id),
    ),
    byId(
      db,
      'organisations',
      asked.map((row) => row.organisation_id),
    ),
  ]);
  return asked.map((row) => ({
    recommendation: recommendations.get(row.recommendation_id)!,
    organisation: organisations.get(row.organisation_id)!,
    since: dayOf(new Date(row.since)),
  }));
}

async function byId<Kind extends 'recommendations' | 'organisations' | 'commitments'>(
  db: Source,
  kind: Kind,
  ids: readonly string[],
) {
  const rows = await listByIds(db, kind, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A report that is not public, with its commitment and its institution. */
export interface PendingReport {
  report: ReportRow;
  commitment: CommitmentRow;
  organisation: OrganisationRow;
}

/**
 * Reports whose period is over and that are not handed in, or those that wait for a decision, whatever their period: those that the actor
 * may read, which is who writes them, who decides them and who keeps the register.
 */
async function readPending(
  db: Source,
  actor: Actor,
  { within, institution, today, most }: DelayScope,
  stages: typeof openStages,
): Promise<Counted<PendingReport>> {
  if (actor.grants.length === 0) return { count: 0, rows: [] };
  const pending = db
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .where(reportsReadableBy(actor))
    .where('reports.stage', 'in', stages)
    .$if(stages === openStages, (all) => all.where('reports.period_ends_on', '<', today))
    .$if(institution !== undefined, (all) => all.where('reports.organisation_id', '=', institution!.id))
    .$if(within.length > 0, (all) =>
      all.where(
        'commitments.id',
        'in',
        commitmentsIn(db, actor, { view: {}, named: {}, within, today }).select('commitments.id'),
      ),
    );
  const [reports, { count }] = await Promise.all([
    pending
      .selectAll('reports')
      .orderBy('reports.period_ends_on')
      .orderBy('reports.id')
      .$if(most !== undefined, (whole) => whole.limit(most!))
      .execute(),
    pending.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ]);
  const [commitments, organisations] = await Promise.all([
    byId(
      db,
      'commitments',
      reports.map((row) => row.commitment_id),
    ),
    byId(
      db,
      'organisations',
      reports.map((row) => row.organisation_id),
    ),
  ]);
  const rows = reports.map((report) => ({
    report,
    commitment: commitments.get(report.commitment_id)!,
    organisation: organisations.get(report.organisation_id)!,
  }));
  return { count: Number(count), rows };
}

/** What an institution owes. */
export interface Debt {
  organisation: OrganisationRow;
  late: number;
  /** The day on which the first of them was due. */
  dueSince: string | null;
  unheard: number;
  silent: number;
  /** The day since which the first of them waits. */
  silentSince: string | null;
}

async function readDebts(db: Source, actor: Actor, scope: DelayScope, silences: readonly Silence[]) {
  const grouped = (query: ReturnType<typeof led>) =>
    query
      .select('commitments.organisation_id')
      .select(({ fn }) => [fn.countAll().as('count'), fn.min('commitments.due_on').as('since')])
      .groupBy('commitments.organisation_id')
      .execute();
  const [lateOnes, unheardOnes] = await Promise.all([
    grouped(late(db, actor, scope)),
    grouped(unheard(db, actor, scope)),
  ]);
  const organisations = await byId(
    db,
    'organisations',
    [...lateOnes, ...unheardOnes].map((row) => row.organisation_id),
  );
  for (const { organisation } of silences) organisations.set(organisation.id, organisation);
  const debts = [...organisations.values()].map((organisation): Debt => {
    const own = lateOnes.find((row) => row.organisation_id === organisation.id);
    const quiet = unheardOnes.find((row) => row.organisation_id === organisation.id);
    const silence = silences.find((row) => row.organisation.id === organisation.id);
    return {
      organisation,
      late: Number(own?.count ?? 0),
      dueSince: own?.since ?? null,
      unheard: Number(quiet?.count ?? 0),
      silent: silence?.count ?? 0,
      silentSince: silence ? dayOf(new Date(silence.since)) : null,
    };
  });
  return debts.toSorted(
    (one, other) =>
      other.late - one.late ||
      other.silent - one.silent ||
      other.unheard - one.unheard ||
      one.organisation.slug.localeCompare(other.organisation.slug),
  );
}

/** What is late and who is silent, as far as an actor may read it. */
export async function readDelays(db: Source, actor: Actor, scope: DelayScope) {
  const silences = listSilent(db, actor, {
    within: scope.within,
    ...(scope.institution && { institution: scope.institution.id }),
  });
  const [passed, quiet, silent, unsent, undecided, debts] = await Promise.all([
    first(db, late(db, actor, scope), scope.most),
    first(db, unheard(db, actor, scope), scope.most),
    readSilent(db, actor, scope),
    readPending(db, actor, scope, openStages),
    readPending(db, actor, scope, awaiting),
    silences.then((rows) => readDebts(db, actor, scope, rows)),
  ]);
  // What is counted by institution is counted already.
  const counted = <Row>(rows: Row[], of: 'late' | 'unheard' | 'silent'): Counted<Row> => ({
    count: debts.reduce((sum, debt) => sum + debt[of], 0),
    rows,
  });
  return {
    today: scope.today,
    late: counted(passed, 'late'),
    unheard: counted(quiet, 'unheard'),
    silent: counted(silent, 'silent'),
    unsent,
    undecided,
    debts,
  };
}

const awaiting = closedStages.filter((stage) => !openStages.includes(stage));

export type Delays = Awaited<ReturnType<typeof readDelays>>;
