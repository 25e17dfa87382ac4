import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Actor, Role } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { commitmentStatuses, isSettled, type CommitmentStatus } from '../commitments/model.ts';
import { ledBy } from '../commitments/queries.server.ts';
import { mayCommit } from '../commitments/policy.ts';
import { openStages, type ReportStage } from '../reports/model.ts';
import { listSilent } from '../silences/queries.server.ts';
import { soonUntil } from './model.ts';

/** What waits for whoever answers for an institution. */
export interface Workload {
  organisation: OrganisationRow;
  /** Who answers for it: the main focal points, then the alternates. */
  holders: { id: string; role: Role; name: string }[];
  open: number;
  late: number;
  /** Open commitments whose day comes soon. */
  soon: number;
  /** Reports that are begun or came back, and whose period is over. */
  reports: number;
  /** Reports that wait for its validator. */
  decisions: number;
  answers: number;
  handovers: number;
}

const answering: readonly Role[] = ['focal-point', 'alternate'];
const open = commitmentStatuses.filter((status) => !isSettled(status));

/** How much somebody has to do for an institution, to compare by. */
export const weightOf = ({ open: led, reports, decisions, answers, handovers }: Workload): number =>
  led + reports + decisions + answers + handovers;

/**
 * What waits at each institution in whose name an actor speaks, or that it coordinates; those where nothing waits and
 * nobody answers are left out. What is late comes first.
 */
export async function readWorkloads(db: Source, actor: Actor, today: string): Promise<Workload[]> {
  if (!mayCommit(actor)) return [];
  const [commitments, soon, reports, silences, handovers, holders] = await Promise.all([
    db
      .selectFrom('commitments')
      .innerJoin('organisations', 'organisations.id', 'commitments.organisation_id')
      .select(['commitments.organisation_id', 'commitments.status'])
      .select(({ fn }) => fn.countAll().as('count'))
      .where(ledBy(actor))
      .where('commitments.status', 'in', open)
      .groupBy(['commitments.organisation_id', 'commitments.status'])
      .execute(),
    db
      .selectFrom('commitments')
      .innerJoin('organisations', 'organisations.id', 'commitments.organisation_id')
      .select('commitments.organisation_id')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(ledBy(actor))
      .where('commitments.status', 'in', open)
      .where('commitments.due_on', '>=', today)
      .where('commitments.due_on', '<=', soonUntil(today))
      .groupBy('commitments.organisation_id')
      .execute(),
    db
      .selectFrom('reports')
      .innerJoin('organisations', 'organisations.id', 'reports.organisation_id')
      .select(['reports.organisation_id', 'reports.stage'])
      .select(({ fn }) => fn.countAll().as('count'))
      .where(ledBy(actor))
      .where(({ or, and, eb }) =>
        or([
          eb('reports.stage', '=', 'submitted'),
          and([eb('reports.stage', 'in', openStages), eb('reports.period_ends_on', '<', today)]),
        ]),
      )
      .groupBy(['reports.organisation_id', 'reports.stage'])
      .execute(),
    listSilent(db, actor, { among: ledBy(actor) }),
    db
      .selectFrom('handovers')
      .innerJoin('organisations', 'organisations.id', 'handovers.on_id')
      .select('handovers.on_id as organisation_id')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(ledBy(actor))
      .where('handovers.status', '=', 'open')
      .groupBy('handovers.on_id')
      .execute(),
    db
      .selectFrom('grants')
      .innerJoin('accounts', 'accounts.id', 'grants.account_id')
      .innerJoin('organisations', 'organisations.id', 'grants.on_id')
      .select(['grants.id', 'grants.role', 'grants.on_id', 'accounts.personal_name as name'])
      .where('accounts.status', '=', 'active')
      .where('grants.scope', '=', 'organisation')
      .where('grants.role', 'in', answering)
      .where(ledBy(actor))
      .orderBy('accounts.personal_name')
      .orderBy('grants.id')
      .execute(),
  ]);
  const ids = new Set([
    ...[...commitments, ...reports, ...handovers].map((row) => row.organisation_id),
    ...silences.map(({ organisation }) => organisation.id),
    ...holders.map((row) => row.on_id),
  ]);
  const byOrganisation = <Row>(rows: readonly Row[], idOf: (row: Row) => string) => {
    const grouped = Map.groupBy(rows, idOf);
    return (id: string) => grouped.get(id) ?? [];
  };
  const sum = (rows: readonly { count: number | string | bigint }[]) =>
    rows.reduce((total, { count }) => total + Number(count), 0);
  const led = byOrganisation(commitments, (row) => row.organisation_id);
  const coming = byOrganisation(soon, (row) => row.organisation_id);
  const written = byOrganisation(reports, (row) => row.organisation_id);
  const silent = byOrganisation(silences, ({ organisation }) => organisation.id);
  const passing = byOrganisation(handovers, (row) => row.organisation_id);
  const held = byOrganisation(holders, (row) => row.on_id);
  const organisations = await listByIds(db, 'organisations', [...ids]);
  return organisations
    .map((organisation): Workload => {
      const { id } = organisation;
      const having = (status: CommitmentStatus) => sum(led(id).filter((row) => row.status === status));
      const at = (stages: readonly ReportStage[]) =>
        sum(written(id).filter(({ stage }) => stages.includes(stage)));
      return {
        organisation,
        holders: held(id)
          .map(({ id: grant, role, name }) => ({ id: grant, role, name }))
          .toSorted((one, other) => answering.indexOf(one.role) - answering.indexOf(other.role)),
        open: sum(led(id)),
        late: having('late'),
        soon: sum(coming(id)),
        reports: at(openStages),
        decisions: at(['submitted']),
        answers: silent(id)[0]?.count ?? 0,
        handovers: sum(passing(id)),
      };
    })
    .toSorted(
      (one, other) =>
        other.late - one.late ||
        weightOf(other) - weightOf(one) ||
        one.organisation.slug.localeCompare(other.organisation.slug),
    );
}
