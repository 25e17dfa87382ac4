import { notify } from '#network/notices/changes.server.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { dayOf, dueAround, stageOn } from '#platform/clock/due.ts';
import type { Database } from '#platform/database/database.ts';
import { listAnswering } from '../commitment-status/queries.server.ts';
import {
  listReportsDue,
  listUnanswered,
  listUnreported,
  readReportDue,
  readUnreported,
} from './queries.server.ts';

/**
 * Queues what institutions are to be told of reports that are begun: before their period ends, as it does, and once it is
 * past. Asked again, it queues nothing twice.
 */
export async function remindReporting(db: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock());
  for (const id of await listReportsDue(db.reader, dueAround(today)))
    await db.transaction(async (tx) => {
      const report = await readReportDue(tx, id);
      const stage = report ? stageOn(report.period_ends_on, today) : null;
      if (!report || !stage) return;
      const about = { stage, due: report.period_ends_on };
      const once = `${stage} ${report.period_ends_on}`;
      const record = { kind: 'reports', id } as const;
      for (const account of await listAnswering(tx, report.organisation_id, today))
        await notify(tx, { account, kind: 'report-due', record, about, once }, clock);
    });
}

/** Queues what institutions are to be told of reports that nobody has begun. As {@link remindReporting}. */
export async function remindUnreported(db: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock());
  const around = dueAround(today);
  for (const { id } of await listUnreported(db.reader, around))
    await db.transaction(async (tx) => {
      const awaited = await readUnreported(tx, id, around);
      const stage = awaited ? stageOn(awaited.due, today) : null;
      if (!awaited || !stage) return;
      const { due, organisationId } = awaited;
      const record = { kind: 'commitments', id } as const;
      for (const account of await listAnswering(tx, organisationId, today))
        await notify(
          tx,
          { account, kind: 'report-awaited', record, about: { stage, due }, once: `${stage} ${due}` },
          clock,
        );
    });
}

/** Queues what addressees are to be told of recommendations that they have not answered. As {@link remindReporting}. */
export async function remindAnswering(db: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock());
  for (const { recommendationId, organisationId, due } of await listUnanswered(db.reader, dueAround(today)))
    await db.transaction(async (tx) => {
      const stage = stageOn(due, today);
      if (!stage) return;
      const about = { stage, organisation: organisationId, due };
      const once = `${organisationId} ${stage} ${due}`;
      const record = { kind: 'recommendations', id: recommendationId } as const;
      for (const account of await listAnswering(tx, organisationId, today))
        await notify(tx, { account, kind: 'answer-due', record, about, once }, clock);
    });
}
