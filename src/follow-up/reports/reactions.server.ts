import { notify } from '#network/notices/changes.server.ts';
import type { NoticeWriter, NoticeWriters } from '#network/notices/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { passage } from '#platform/locale/text.ts';
import { heirOf } from '../handovers/queries.server.ts';
import { reportNotice, type ReportNews } from './mail.ts';
import type { ReportRow, ReportStage } from './model.ts';
import { listDecisions, listValidators, readReport } from './queries.server.ts';

/**
 * Tells whoever is concerned where a report stands now: who decides it next, and who submitted it.
 * @returns the accounts that are told
 */
export async function tellOfReport(
  tx: Transaction,
  actor: Actor,
  report: ReportRow,
  clock: Clock,
): Promise<Set<string>> {
  const told = new Set<string>();
  const { id, stage, version, organisation_id, submitted_by } = report;
  const tell = async (account: string, news: ReportNews) => {
    told.add(account);
    await notify(
      tx,
      {
        account,
        kind: `report-${news}`,
        record: { kind: 'reports', id },
        once: version,
        by: actor.id,
      },
      clock,
    );
  };
  if (stage === 'submitted')
    for (const account of await listValidators(tx, organisation_id)) await tell(account, 'submitted');
  if (stage === 'validated') {
    const { confirmed_by_id } = await tx
      .selectFrom('commitments')
      .select('confirmed_by_id')
      .where('id', '=', report.commitment_id)
      .executeTakeFirstOrThrow();
    for (const account of confirmed_by_id ? await listValidators(tx, confirmed_by_id) : [])
      if (account !== submitted_by) await tell(account, 'to-confirm');
  }
  if (submitted_by && (stage === 'returned' || stage === 'validated' || stage === 'confirmed'))
    // Whoever has handed the institution over reads it no more: who succeeded is told.
    for (const account of new Set([submitted_by, await heirOf(tx, submitted_by, organisation_id)]))
      await tell(account, stage);
  return told;
}

/** Told while the report stands where it stood, and the reader may still read it. */
const writer =
  (news: ReportNews, stages: readonly ReportStage[]): NoticeWriter =>
  async (db, { record }, { actor, locale }) => {
    const report = await readReport(db, actor, record.id);
    if (!report || !stages.includes(report.stage)) return null;
    const commitment = await db
      .selectFrom('commitments')
      .selectAll()
      .where('id', '=', report.commitment_id)
      .executeTakeFirstOrThrow();
    const last = (await listDecisions(db, report.id)).at(-1);
    return reportNotice(locale, {
      news,
      title: passage(commitment, 'title', locale)?.text ?? '',
      from: report.period_starts_on,
      to: report.period_ends_on,
      reasons: last?.reasons ?? null,
      address: `/commitments/${commitment.slug}/reports/${report.id}`,
    });
  };

/** What is told of reports, to who decides them and to who submitted them. */
export const reportNotices: NoticeWriters = {
  'report-submitted': writer('submitted', ['submitted']),
  'report-to-confirm': writer('to-confirm', ['validated']),
  'report-returned': writer('returned', ['returned']),
  'report-validated': writer('validated', ['validated', 'confirmed']),
  'report-confirmed': writer('confirmed', ['confirmed']),
};
