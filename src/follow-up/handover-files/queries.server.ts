import { listOwned, withOwners } from '#events/actions/queries.server.ts';
import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Role } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { listDrafts } from '#platform/drafts/drafts.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { withLeads, type LedCommitment } from '../commitments/queries.server.ts';
import { leaverOf, type HandoverPlace, type HandoverRow } from '../handovers/model.ts';
import { territoryOf } from '../handovers/queries.server.ts';
import { readAwaited } from '../responses/queries.server.ts';

/** What was decided longer ago than so many days is not gathered, nor more than so much of it. */
const LATELY = 365;
const MOST = 30;

/** The institutions that a place is of: one, or those of a territory. */
export function institutionsOf(db: Source, { scope, on_id }: HandoverPlace): Promise<OrganisationRow[]> {
  return db
    .selectFrom('organisations')
    .selectAll()
    .where(scope === 'organisation' ? 'id' : 'territory_id', '=', on_id)
    .orderBy('slug')
    .execute();
}

/** The open commitments that some institutions lead, or in which they take part, the first due first. */
export async function openCommitmentsOf(db: Source, ids: readonly string[]): Promise<LedCommitment[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('commitments')
    .selectAll()
    .where('status', 'not in', ['completed', 'discontinued'])
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('organisation_id', 'in', ids),
        eb(
          'id',
          'in',
          selectFrom('commitment_parties')
            .select('commitment_parties.commitment_id')
            .where('commitment_parties.organisation_id', 'in', ids),
        ),
      ]),
    )
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .execute();
  return withLeads(db, rows);
}

/**
 * Everything that is open in what is handed over, as it stands now. The caller has asked who reads it: it gathers what
 * whoever leaves may read in that place, and nothing of another.
 */
export async function readHandoverFile(db: Source, handover: HandoverRow, now: Date) {
  const leaver = leaverOf(handover);
  const institutions = await institutionsOf(db, handover);
  const ids = institutions.map(({ id }) => id);
  const commitments = await openCommitmentsOf(db, ids);
  const [milestones, reports, decisions, extensions, actions, answers, contacts, history] = await Promise.all(
    [
      openMilestones(db, commitments),
      openReports(db, ids),
      reportsToDecide(db, ids),
      extensionsAsked(db, commitments),
      listOwned(db, leaver).then((rows) => withOwners(db, rows)),
      readAwaited(db, leaver),
      readContacts(db, handover, [...ids, ...commitments.map(({ organisation_id }) => organisation_id)]),
      readHistory(db, ids, addDays(dayOf(now), -LATELY)),
    ],
  );
  const drafts = await draftsWithin(db, handover, { commitments, milestones, reports, actions, answers });
  return {
    institutions,
    commitments,
    milestones,
    reports,
    decisions,
    extensions,
    actions,
    answers,
    drafts,
    contacts,
    history,
  };
}

export type HandoverFile = Awaited<ReturnType<typeof readHandoverFile>>;

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Steps that are not reached yet, the first due first. */
async function openMilestones(db: Source, commitments: readonly { id: string }[]) {
  if (commitments.length === 0) return [];
  return db
    .selectFrom('milestones')
    .innerJoin('commitments', 'commitments.id', 'milestones.commitment_id')
    .selectAll('milestones')
    .select('commitments.slug')
    .where('commitment_id', 'in', idsOf(commitments))
    .where('reached_on', 'is', null)
    .orderBy('milestones.due_on')
    .orderBy('milestones.id')
    .execute();
}

function reportsOf(db: Source) {
  return db
    .selectFrom('reports')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .selectAll('reports')
    .select([
      'commitments.slug',
      'commitments.title_fr',
      'commitments.title_ar',
      'commitments.title_en',
      'commitments.title_original',
    ])
    .orderBy('reports.period_ends_on')
    .orderBy('reports.id');
}

/** Reports of the institutions that are being written, came back, or wait for their own validator. */
async function openReports(db: Source, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return reportsOf(db)
    .where('reports.organisation_id', 'in', ids)
    .where('reports.stage', 'in', ['draft', 'returned', 'submitted'])
    .execute();
}

/** Reports of others that wait for the institutions to confirm them. */
async function reportsToDecide(db: Source, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return reportsOf(db)
    .where('reports.stage', '=', 'validated')
    .where('commitments.confirmed_by_id', 'in', ids)
    .execute();
}

/** Longer deadlines that were asked for and not answered. */
async function extensionsAsked(db: Source, commitments: readonly { id: string }[]) {
  if (commitments.length === 0) return [];
  return db
    .selectFrom('deadline_extensions')
    .innerJoin('commitments', 'commitments.id', 'deadline_extensions.commitment_id')
    .selectAll('deadline_extensions')
    .select([
      'commitments.slug',
      'commitments.title_fr',
      'commitments.title_ar',
      'commitments.title_en',
      'commitments.title_original',
    ])
    .where('deadline_extensions.status', '=', 'asked')
    .where('commitment_id', 'in', idsOf(commitments))
    .orderBy('to_due_on')
    .orderBy('deadline_extensions.id')
    .execute();
}

/** Who answers in these institutions and coordinates around them: names and roles, and no way to reach anybody. */
async function readContacts(db: Source, handover: HandoverRow, organisationIds: readonly string[]) {
  const territory = await territoryOf(db, handover);
  const rows = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select(['grants.id', 'grants.role', 'grants.scope', 'grants.on_id', 'accounts.personal_name as name'])
    .where('accounts.status', '=', 'active')
    .$if(handover.account_id !== null, (query) => query.where('accounts.id', '<>', handover.account_id!))
    .where(({ eb, or, and }) =>
      or([
        and([eb('role', '=', 'coordinator'), eb('scope', '=', 'network')]),
        and([eb('role', 'in', answering), eb('on_id', 'in', [handover.on_id, ...organisationIds])]),
        ...(territory
          ? [and([eb('role', 'in', [...answering, 'coordinator']), eb('on_id', '=', territory)])]
          : []),
      ]),
    )
    .orderBy('accounts.personal_name')
    .orderBy('grants.id')
    .execute();
  const places = rows.map(({ on_id }) => on_id);
  const [organisations, territories] = await Promise.all([
    listByIds(db, 'organisations', places),
    listByIds(db, 'territories', places),
  ]);
  const held = [...organisations, ...territories];
  return rows.map((row) => ({ ...row, place: held.find(({ id }) => id === row.on_id) ?? null }));
}

const answering: readonly Role[] = ['focal-point', 'alternate', 'validator'];

/** What was decided of the institutions' reports and deadlines, and what they answered, since a day; the latest first. */
async function readHistory(db: Source, ids: readonly string[], since: string) {
  if (ids.length === 0) return [];
  const titled = [
    'commitments.slug',
    'commitments.title_fr',
    'commitments.title_ar',
    'commitments.title_en',
    'commitments.title_original',
  ] as const;
  const [validations, extensions, answers] = await Promise.all([
    db
      .selectFrom('validations')
      .innerJoin('reports', 'reports.id', 'validations.report_id')
      .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
      .select([
        'validations.id',
        'validations.decided_at as at',
        'decision',
        'step',
        'reports.id as report_id',
        ...titled,
      ])
      .where('reports.organisation_id', 'in', ids)
      .where('decided_at', '>=', since)
      .orderBy('decided_at', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('deadline_extensions')
      .innerJoin('commitments', 'commitments.id', 'deadline_extensions.commitment_id')
      .select([
        'deadline_extensions.id',
        'answered_on as at',
        'deadline_extensions.status as decision',
        ...titled,
      ])
      .where('commitments.organisation_id', 'in', ids)
      .where('deadline_extensions.status', 'in', ['granted', 'refused'])
      .where('answered_on', '>=', since)
      .orderBy('answered_on', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('responses')
      .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
      .select([
        'responses.id',
        'responded_on as at',
        'responses.position as decision',
        'recommendations.slug',
        'recommendations.title_fr',
        'recommendations.title_ar',
        'recommendations.title_en',
        'recommendations.title_original',
      ])
      .where('responses.organisation_id', 'in', ids)
      .where('responded_on', '>=', since)
      .orderBy('responded_on', 'desc')
      .limit(MOST)
      .execute(),
  ]);
  return [
    ...validations.map((row) => ({
      ...row,
      kind: 'report' as const,
      at: row.at,
      href: `/commitments/${row.slug}/reports/${row.report_id}`,
    })),
    ...extensions.map((row) => ({
      ...row,
      kind: 'extension' as const,
      at: row.at!,
      href: `/commitments/${row.slug}/extensions`,
    })),
    ...answers.map((row) => ({ ...row, kind: 'answer' as const, href: `/recommendations/${row.slug}` })),
  ]
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, MOST);
}

/** What the file gathers, as far as forms belong to it. */
interface Gathered {
  commitments: readonly { slug: string }[];
  answers: readonly { slug: string }[];
  milestones: readonly { id: string }[];
  reports: readonly { id: string }[];
  actions: readonly { id: string }[];
}

/** The forms that whoever leaves has begun and not sent, of records that the file gathers: their addresses only. */
async function draftsWithin(
  db: Source,
  { account_id }: Pick<HandoverRow, 'account_id'>,
  { commitments, milestones, reports, actions, answers }: Gathered,
): Promise<{ address: string; updatedAt: string }[]> {
  if (account_id === null) return [];
  const heads = [
    ...commitments.map(({ slug }) => `/commitments/${slug}`),
    ...milestones.map(({ id }) => `/milestones/${id}`),
    ...reports.map(({ id }) => `/reports/${id}`),
    ...actions.map(({ id }) => `/actions/${id}`),
    ...answers.map(({ slug }) => `/recommendations/${slug}`),
  ];
  const begun = await listDrafts(db, account_id);
  return begun.filter(({ address }) =>
    heads.some((head) => address === head || address.startsWith(`${head}/`)),
  );
}
