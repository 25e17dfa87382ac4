import type { Actor, Role } from '#platform/actor/actor.ts';
import { endOfDay } from '#platform/clock/due.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Source } from '#platform/database/database.ts';
import type { TerritoryRow } from '#network/territories/model.ts';
import { idsWithin } from '#network/territories/queries.server.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { nameGoverning } from '../commitment-outlooks/queries.server.ts';
import { commitmentsIn } from '../commitment-views/queries.server.ts';
import {
  commitmentStatuses,
  isSettled,
  type CommitmentRow,
  type CommitmentStatus,
} from '../commitments/model.ts';
import { withLeads } from '../commitments/queries.server.ts';
import { governs } from '../governing/queries.server.ts';
import { orderOfRecommendations, recommendationsIn } from '../recommendation-views/queries.server.ts';
import type { RecommendationRow, RecommendationStatus } from '../recommendations/model.ts';
import { publicStages } from '../reports/model.ts';
import type { ResponsePosition } from '../responses/model.ts';
import { listSilent } from '../silences/queries.server.ts';
import { AHEAD } from './model.ts';

/** What a briefing is asked with. */
export interface Briefed {
  territory: TerritoryRow;
  /** The calendar day it is of, in the network's capital. */
  today: string;
  /** The first day of what has changed. */
  since: string;
  /** How much of each list is read. */
  most: number;
}

type Asked = Parameters<typeof recommendationsIn>[2];

const open = commitmentStatuses.filter((status) => !isSettled(status));
const timely = open.filter((status) => status !== 'late');

/** What stands and moves in a territory, as far as an actor may read it: counts of all, and the first of each list. */
export async function readBriefing(db: Source, actor: Actor, { territory, today, since, most }: Briefed) {
  const within = await idsWithin(db, territory.id);
  const asked: Asked = { view: {}, named: {}, within, today };
  const [recommendations, commitments, institutions, due, silent, changes, contacts] = await Promise.all([
    countStatuses(recommendationsIn(db, actor, asked) as never, 'recommendations'),
    countStatuses(commitmentsIn(db, actor, asked) as never, 'commitments'),
    readInstitutions(db, actor, asked),
    readDue(db, actor, asked, most),
    listSilent(db, actor, { within }),
    readChanges(db, actor, asked, since),
    readContacts(db, within),
    nameGoverning(db, within),
  ]);
  const shown = await recommendationsIn(db, actor, asked)
    .orderBy(orderOfRecommendations({ sort: 'status' }))
    .selectAll('recommendations')
    .limit(most)
    .execute();
  return {
    territory,
    today,
    since,
    recommendations: { counts: recommendations, rows: shown as RecommendationRow[] },
    commitments: { counts: commitments, institutions },
    due,
    silent,
    changes,
    contacts,
  };
}

export type Briefing = Awaited<ReturnType<typeof readBriefing>>;

interface Counts {
  total: number;
  statuses: { status: RecommendationStatus | CommitmentStatus; count: number }[];
}

async function countStatuses(
  query: ReturnType<typeof recommendationsIn>,
  table: 'recommendations' | 'commitments',
): Promise<Counts> {
  const rows = await query
    .select(`${table}.status as status` as 'recommendations.status as status')
    .select(({ fn }) => fn.countAll().as('count'))
    .groupBy(`${table}.status` as 'recommendations.status')
    .execute();
  const statuses = rows.map(({ status, count }) => ({ status, count: Number(count) }));
  return { total: statuses.reduce((sum, { count }) => sum + count, 0), statuses };
}

/** Who answers for the commitments of the territory, with how many of each status: those with the most open first. */
async function readInstitutions(db: Source, actor: Actor, asked: Asked) {
  const rows = await commitmentsIn(db, actor, asked)
    .select(['commitments.organisation_id', 'commitments.status'])
    .select(({ fn }) => fn.countAll().as('count'))
    .groupBy(['commitments.organisation_id', 'commitments.status'])
    .execute();
  const byLead = Map.groupBy(rows, (row) => row.organisation_id);
  const organisations = await listByIds(db, 'organisations', [...byLead.keys()]);
  return organisations
    .map((organisation) => {
      const own = byLead.get(organisation.id)!;
      const of = (statuses: readonly CommitmentStatus[]) =>
        own
          .filter(({ status }) => statuses.includes(status))
          .reduce((sum, { count }) => sum + Number(count), 0);
      return {
        organisation,
        total: of(commitmentStatuses),
        open: of(open),
        late: of(['late']),
        completed: of(['completed']),
      };
    })
    .toSorted(
      (one, other) =>
        other.open - one.open ||
        other.total - one.total ||
        one.organisation.slug.localeCompare(other.organisation.slug),
    );
}

/** Open commitments whose day has passed, and those whose day comes soon: how many, and the first of each. */
async function readDue(db: Source, actor: Actor, asked: Asked, most: number) {
  const until = addDays(asked.today, AHEAD);
  const late = commitmentsIn(db, actor, asked).where('commitments.status', '=', 'late');
  const ahead = commitmentsIn(db, actor, asked)
    .where('commitments.status', 'in', timely)
    .where('commitments.due_on', '>=', asked.today)
    .where('commitments.due_on', '<=', until);
  const first = async (query: typeof late) => {
    const [rows, { count }] = await Promise.all([
      query
        .selectAll('commitments')
        .orderBy('commitments.due_on')
        .orderBy('commitments.reference')
        .orderBy('commitments.id')
        .limit(most)
        .execute(),
      query.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
    ]);
    return { count: Number(count), rows: await withLeads(db, rows as CommitmentRow[]) };
  };
  const [passed, coming] = await Promise.all([first(late), first(ahead)]);
  return { until, late: passed, ahead: coming };
}

/** How many answers were given, reports published, and commitments and recommendations came to stand otherwise. */
async function readChanges(db: Source, actor: Actor, asked: Asked, since: string) {
  const recommendations = recommendationsIn(db, actor, asked).select('recommendations.id');
  const commitments = commitmentsIn(db, actor, asked).select('commitments.id');
  // Instants of a day begin where the day before ends, by the capital's clock.
  const instant = endOfDay(addDays(since, -1)).toISOString();
  const [answers, reports, statuses, standings] = await Promise.all([
    db
      .selectFrom('responses')
      .select('responses.position')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('responses.recommendation_id', 'in', recommendations)
      .where('responses.responded_on', '>=', since)
      .where('responses.responded_on', '<=', asked.today)
      .groupBy('responses.position')
      .execute(),
    db
      .selectFrom('reports')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('reports.commitment_id', 'in', commitments)
      .where('reports.stage', 'in', publicStages)
      .where('reports.validated_at', '>=', instant)
      .executeTakeFirstOrThrow(),
    countStatuses(
      commitmentsIn(db, actor, asked).where('commitments.status_since', '>=', instant) as never,
      'commitments',
    ),
    countStatuses(
      recommendationsIn(db, actor, asked).where('recommendations.status_since', '>=', since) as never,
      'recommendations',
    ),
  ]);
  return {
    answers: answers.map(({ position, count }) => ({
      position: position as ResponsePosition,
      count: Number(count),
    })),
    reports: Number(reports.count),
    commitments: statuses,
    recommendations: standings,
  };
}

/** Roles to which one turns. */
const contacted: readonly Role[] = ['coordinator', 'focal-point', 'alternate'];

/** The roles that somebody holds in a territory and in the institutions that govern it; never by whom. */
async function readContacts(db: Source, within: readonly string[]) {
  const governing = await db
    .selectFrom('organisations')
    .selectAll()
    .where(governs(within.slice(0, 1)))
    .orderBy('slug')
    .execute();
  const places = [within[0]!, ...governing.map(({ id }) => id)];
  const rows = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select(['grants.role', 'grants.on_id'])
    .distinct()
    .where('accounts.status', '=', 'active')
    .where('grants.role', 'in', contacted)
    .where('grants.on_id', 'in', places)
    .execute();
  const held = (place: string) =>
    contacted.filter((role) => rows.some((row) => row.on_id === place && row.role === role));
  return {
    territory: held(within[0]!),
    institutions: governing.map((organisation) => ({ organisation, roles: held(organisation.id) })),
  };
}
