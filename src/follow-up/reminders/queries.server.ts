import { addDays } from '#platform/clock/local.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { openStages, type ReportRow } from '../reports/model.ts';
import { ANSWERED_WITHIN } from './model.ts';

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

/** An institution that was asked for an answer and has not given one, with the day around which it is expected. */
export interface Unanswered {
  recommendationId: string;
  organisationId: string;
  due: string;
}

/** Answers that are expected between two days, both included, of recommendations that nothing has superseded. */
export async function listUnanswered(db: Source, { from, to }: Days): Promise<Unanswered[]> {
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
