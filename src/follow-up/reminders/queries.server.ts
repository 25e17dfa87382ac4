import { addDays } from '#platform/clock/local.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { openStages, type ReportRow } from '../reports/model.ts';
import { readAddressees } from '../responses/queries.server.ts';
import { ANSWERED_WITHIN, REPORTED_WITHIN } from './model.ts';

type Days = { from: string; to: string };

/** Reports that are begun, or came back, whose period ends between two days, both included. */
export async function listReportsDue(db: Source, { from, to }: Days): Promise<string[]> {
  const rows = await db
    .selectFrom('reports')
    .select('id')
    .where('stage', 'in', openStages)
    .where('period_ends_on', '>=', from)
    .where('period_ends_on', '<=', to)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A report that is still to be handed in, by its id. */
export function readReportDue(db: Source, id: string): Promise<ReportRow | undefined> {
  return db
    .selectFrom('reports')
    .selectAll()
    .where('id', '=', id)
    .where('stage', 'in', openStages)
    .executeTakeFirst();
}

/** An open commitment of which a report is expected that nobody has begun, with the day around which it is. */
export interface Unreported {
  id: string;
  organisationId: string;
  slug: string;
  due: string;
}

/** Open commitments that others read and on which a report is expected between two days, both included. */
export function listUnreported(db: Source, around: Days): Promise<Unreported[]> {
  return unreported(db, around);
}

/** The same of one commitment. */
export async function readUnreported(db: Source, id: string, around: Days): Promise<Unreported | undefined> {
  return (await unreported(db, around, id))[0];
}

async function unreported(db: Source, { from, to }: Days, id?: string): Promise<Unreported[]> {
  const ends = { from: addDays(from, -REPORTED_WITHIN), to: addDays(to, -REPORTED_WITHIN) };
  const rows = await db
    .selectFrom('commitments')
    .leftJoin('reports', 'reports.commitment_id', 'commitments.id')
    .select(({ fn }) => [
      'commitments.id',
      'commitments.organisation_id',
      'commitments.slug',
      'commitments.starts_on',
      'commitments.created_at',
      fn.max('reports.period_ends_on').as('ended'),
    ])
    .$if(id !== undefined, (query) => query.where('commitments.id', '=', id!))
    .where('commitments.status', 'not in', ['completed', 'discontinued'])
    .where('commitments.visibility', '<>', 'draft')
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        // Said before the rows are joined: of most commitments the last period ended neither so early nor so late.
        exists(
          selectFrom('reports as last')
            .select('last.id')
            .whereRef('last.commitment_id', '=', 'commitments.id')
            .where('last.period_ends_on', '>=', ends.from)
            .where('last.period_ends_on', '<=', ends.to),
        ),
        and([
          not(
            exists(
              selectFrom('reports as any')
                .select('any.id')
                .whereRef('any.commitment_id', '=', 'commitments.id'),
            ),
          ),
          or([
            and([eb('commitments.starts_on', '>=', ends.from), eb('commitments.starts_on', '<=', ends.to)]),
            // A day's instants begin and end with the capital's clock, an hour at most from those of UTC.
            and([
              eb('commitments.created_at', '>=', addDays(ends.from, -1)),
              eb('commitments.created_at', '<', addDays(ends.to, 2)),
            ]),
          ]),
        ]),
      ]),
    )
    .groupBy([
      'commitments.id',
      'commitments.organisation_id',
      'commitments.slug',
      'commitments.starts_on',
      'commitments.created_at',
    ])
    .orderBy('commitments.id')
    .execute();
  return rows
    .map(({ id, organisation_id, slug, starts_on, created_at, ended }) => {
      const recorded = dayOf(new Date(created_at));
      const since = ended ?? (starts_on !== null && starts_on > recorded ? starts_on : recorded);
      return { id, organisationId: organisation_id, slug, due: addDays(since, REPORTED_WITHIN) };
    })
    .filter(({ due }) => due >= from && due <= to);
}

/** An institution that was asked for an answer and has not given one, with the day around which it is expected. */
export interface Unanswered {
  recommendationId: string;
  organisationId: string;
  due: string;
}

/** Answers that are expected between two days, both included, of recommendations that nothing has superseded. */
export async function listUnanswered(db: Source, around: Days): Promise<Unanswered[]> {
  return [...(await listNamedSilent(db, around)), ...(await listLevelsSilent(db, around))];
}

/** Of those, who is asked as a level of authorities: by when the first level was. */
async function listLevelsSilent(db: Source, { from, to }: Days): Promise<Unanswered[]> {
  const rows = await db
    .selectFrom('addressed_levels')
    .innerJoin('recommendations', 'recommendations.id', 'addressed_levels.recommendation_id')
    .select(({ fn }) => ['recommendation_id', fn.min('addressed_levels.created_at').as('asked_at')])
    .where('recommendations.status', '<>', 'superseded')
    .groupBy('recommendation_id')
    .having(({ eb, fn, and }) =>
      and([
        eb(fn.min('addressed_levels.created_at'), '>=', addDays(from, -ANSWERED_WITHIN - 1)),
        eb(fn.min('addressed_levels.created_at'), '<', addDays(to, 2 - ANSWERED_WITHIN)),
      ]),
    )
    .orderBy('recommendation_id')
    .execute();
  const asked = rows
    .map(({ recommendation_id, asked_at }) => ({
      id: recommendation_id,
      due: addDays(dayOf(new Date(asked_at)), ANSWERED_WITHIN),
    }))
    .filter(({ due }) => due >= from && due <= to);
  const addressees = await readAddressees(
    db,
    asked.map(({ id }) => id),
  );
  return asked.flatMap(({ id, due }) =>
    addressees
      .get(id)!
      // Who is named as well is told by when it was.
      .organisations.filter(({ addressedAt, response }) => addressedAt === null && response === null)
      .map(({ organisation }) => ({ recommendationId: id, organisationId: organisation.id, due })),
  );
}

async function listNamedSilent(db: Source, { from, to }: Days): Promise<Unanswered[]> {
  const rows = await db
    .selectFrom('links')
    .innerJoin('recommendations', 'recommendations.id', 'links.from_id')
    .select(['links.from_id', 'links.to_id', 'links.created_at'])
    .where('links.relation', '=', 'addressed-to')
    .where('recommendations.status', '<>', 'superseded')
    // A day's instants begin and end with the capital's clock, an hour at most from those of UTC: one day more on each side.
    .where('links.created_at', '>=', addDays(from, -ANSWERED_WITHIN - 1))
    .where('links.created_at', '<', addDays(to, 2 - ANSWERED_WITHIN))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('responses')
            .select('responses.id')
            .whereRef('responses.recommendation_id', '=', 'links.from_id')
            .whereRef('responses.organisation_id', '=', 'links.to_id'),
        ),
      ),
    )
    .orderBy('links.id')
    .execute();
  return rows
    .map(({ from_id, to_id, created_at }) => ({
      recommendationId: from_id,
      organisationId: to_id,
      due: addDays(dayOf(new Date(created_at)), ANSWERED_WITHIN),
    }))
    .filter(({ due }) => due >= from && due <= to);
}
