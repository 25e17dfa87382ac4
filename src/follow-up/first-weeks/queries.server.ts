import type { Actor } from '#platform/actor/actor.ts';
import { dayOf } from '#platform/clock/due.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Source } from '#platform/database/database.ts';
import { textOf } from '#platform/locale/text.ts';
import { institutionsOf, openCommitmentsOf } from '../handover-files/queries.server.ts';
import { handedRoles, type HandoverPlace } from '../handovers/model.ts';
import { readPlaceAddress } from '../handovers/queries.server.ts';
import { reportDuties } from '../reports/queries.server.ts';
import { readAwaited } from '../responses/queries.server.ts';
import type { FirstWeek, WeekStep } from './model.ts';

/** How many records of one kind a day shows; the rest stand among what is to be done. */
const SHOWN = 5;

/** A report shows that its commitment is accounted for where its period ended so many days ago or later. */
const RECENT = 180;

/**
 * What whoever begins to answer for a place reads and does in a first week, by the pages of their own records, with
 * what the records say is done. The caller has asked that the actor holds a role there.
 */
export async function readFirstWeek(
  db: Source,
  actor: Actor,
  place: HandoverPlace,
  now: Date,
): Promise<FirstWeek> {
  const there: Actor = {
    id: actor.id,
    grants: actor.grants.filter(({ scope, on }) => scope === place.scope && on === place.on_id),
  };
  const ids = (await institutionsOf(db, place)).map(({ id }) => id);
  const [settle, due, answer, report, together] = await Promise.all([
    settling(db, actor, place),
    dueSteps(db, ids, now),
    answerSteps(db, there, ids),
    reportSteps(db, there, ids, now),
    togetherSteps(db, actor, place),
  ]);
  return { settle, due, answer, report, together };
}

/** The file that was handed over, the institution's own page, and how to be told. */
async function settling(db: Source, actor: Actor, place: HandoverPlace): Promise<WeekStep[]> {
  const [handover, page, granted] = await Promise.all([
    db
      .selectFrom('handovers')
      .select(['id', 'status'])
      .where('successor_id', '=', actor.id)
      .where('on_id', '=', place.on_id)
      .where('status', 'in', ['open', 'confirmed'])
      .orderBy('id', 'desc')
      .executeTakeFirst(),
    readPlaceAddress(db, place),
    db
      .selectFrom('grants')
      .select(({ fn }) => fn.min('created_at').as('since'))
      .where('account_id', '=', actor.id)
      .where('on_id', '=', place.on_id)
      .where('role', 'in', handedRoles)
      .executeTakeFirst(),
  ]);
  const chosen = await db
    .selectFrom('journal')
    .select('number')
    .where('record_id', '=', actor.id)
    .where('actor_id', '=', actor.id)
    .where('kind', '=', 'accounts')
    .where('verb', '=', 'update')
    .where('at', '>=', granted?.since ?? '')
    .limit(1)
    .executeTakeFirst();
  return [
    ...(handover
      ? [
          {
            kind: 'file' as const,
            href: `/handovers/${handover.id}`,
            done: handover.status === 'confirmed',
          },
        ]
      : []),
    ...(page ? [{ kind: 'institution' as const, href: page.href, about: page.name, done: null }] : []),
    { kind: 'notices', href: '/profile', done: chosen !== undefined },
  ];
}

/** What falls due first, then the commitments of which the institutions answer; one is done once nothing of it is due. */
async function dueSteps(db: Source, ids: readonly string[], now: Date): Promise<WeekStep[]> {
  const commitments = await openCommitmentsOf(db, ids);
  if (commitments.length === 0) return [{ kind: 'no-commitment', href: '/commitments', done: null }];
  const milestone = await db
    .selectFrom('milestones')
    .innerJoin('commitments', 'commitments.id', 'milestones.commitment_id')
    .selectAll('milestones')
    .select('commitments.slug')
    .where(
      'commitment_id',
      'in',
      commitments.map(({ id }) => id),
    )
    .where('reached_on', 'is', null)
    .orderBy('milestones.due_on')
    .orderBy('milestones.id')
    .limit(1)
    .executeTakeFirst();
  const today = dayOf(now);
  const [first] = commitments.filter(({ due_on }) => due_on !== null);
  const step = (row: (typeof commitments)[number], kind: 'first-due' | 'commitment'): WeekStep => ({
    kind,
    href: `/commitments/${row.slug}`,
    about: textOf(row, 'title'),
    ...(row.due_on && { on: row.due_on }),
    // What is late is not done; of what lies ahead no record tells whether it was read.
    done: row.due_on !== null && row.due_on < today ? false : null,
  });
  const isMilestone = milestone && (!first || milestone.due_on <= first.due_on!);
  const next: WeekStep[] = isMilestone
    ? [
        {
          kind: 'first-due',
          href: `/commitments/${milestone.slug}`,
          about: textOf(milestone, 'title'),
          on: milestone.due_on,
          done: milestone.due_on < today ? false : null,
        },
      ]
    : first
      ? [step(first, 'first-due')]
      : [];
  return [...next, ...commitments.slice(0, SHOWN).map((row) => step(row, 'commitment'))];
}

/** Recommendations that wait for an answer, and the last that was given. */
async function answerSteps(db: Source, there: Actor, ids: readonly string[]): Promise<WeekStep[]> {
  const awaited = await readAwaited(db, there);
  const given =
    ids.length === 0
      ? undefined
      : await db
          .selectFrom('responses')
          .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
          .selectAll('recommendations')
          .select('responded_on')
          .where('responses.organisation_id', 'in', ids)
          .orderBy('responded_on', 'desc')
          .orderBy('responses.id', 'desc')
          .limit(1)
          .executeTakeFirst();
  const waiting = awaited.slice(0, SHOWN).map((row): WeekStep => ({
    kind: 'answer',
    href: `/recommendations/${row.slug}/answers`,
    about: textOf(row, 'title'),
    done: false,
  }));
  const last: WeekStep[] = given
    ? [
        {
          kind: 'answer',
          href: `/recommendations/${given.slug}`,
          about: textOf(given, 'title'),
          on: given.responded_on,
          done: true,
        },
      ]
    : [];
  const steps = [...waiting, ...last];
  return steps.length > 0 ? steps : [{ kind: 'no-answer', href: '/recommendations', done: null }];
}

/** Reports that came back, are begun, wait for a decision, or are not there yet. */
async function reportSteps(db: Source, there: Actor, ids: readonly string[], now: Date): Promise<WeekStep[]> {
  const [duties, commitments, begun] = await Promise.all([
    reportDuties(db, there),
    openCommitmentsOf(db, ids),
    ids.length === 0
      ? []
      : db
          .selectFrom('reports')
          .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
          .selectAll('commitments')
          .select(['reports.id as report_id', 'reports.period_ends_on'])
          .where('reports.organisation_id', 'in', ids)
          .where('reports.stage', '=', 'draft')
          .orderBy('reports.period_ends_on')
          .orderBy('reports.id')
          .limit(SHOWN)
          .execute(),
  ]);
  const owed = duties.slice(0, SHOWN).map(({ kind, href, about }): WeekStep => ({
    kind: kind === 'report-returned' ? 'returned' : 'decide',
    href,
    about: about as NonNullable<WeekStep['about']>,
    done: false,
  }));
  const drafts = begun.map((row): WeekStep => ({
    kind: 'begun',
    href: `/commitments/${row.slug}/reports/${row.report_id}`,
    about: textOf(row, 'title'),
    on: row.period_ends_on,
    done: false,
  }));
  const accounted = await accountedFor(db, ids, addDays(dayOf(now), -RECENT));
  const writing = commitments.slice(0, SHOWN).map((row): WeekStep => ({
    kind: 'write',
    href: `/commitments/${row.slug}#reports`,
    about: textOf(row, 'title'),
    done: accounted.has(row.id),
  }));
  const steps = [...owed, ...drafts, ...writing];
  return steps.length > 0 ? steps : [{ kind: 'no-report', href: '/commitments', done: null }];
}

/** The commitments on which some institutions have handed in a report of a period that ended since a day. */
async function accountedFor(db: Source, ids: readonly string[], since: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('reports')
    .select('commitment_id')
    .distinct()
    .where('organisation_id', 'in', ids)
    .where('stage', 'in', ['submitted', 'validated', 'confirmed'])
    .where('period_ends_on', '>=', since)
    .execute();
  return new Set(rows.map(({ commitment_id }) => commitment_id));
}

/** Who else answers there, and where everything that is to be done stands. */
async function togetherSteps(db: Source, actor: Actor, place: HandoverPlace): Promise<WeekStep[]> {
  const alternates = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select('grants.id')
    .where('accounts.status', '=', 'active')
    .where('accounts.id', '<>', actor.id)
    .where('grants.on_id', '=', place.on_id)
    .where('grants.role', 'in', ['focal-point', 'alternate'])
    .limit(1)
    .executeTakeFirst();
  return [
    { kind: 'alternate', href: '/invitations/new', done: alternates !== undefined },
    { kind: 'colleague', href: '/handovers', done: null },
    { kind: 'work', href: '/my-work', done: null },
  ];
}
