import type { NoticeWriters } from '#network/notices/queries.server.ts';
import type { ReminderStage } from '#platform/clock/due.ts';
import { passage, requiredPassage } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { mayLead } from '../commitments/queries.server.ts';
import { mayWriteReport } from '../reports/queries.server.ts';
import { answersFor, readAddressees } from '../responses/queries.server.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { answerDueNotice, reportAwaitedNotice, reportDueNotice } from './mail.ts';
import { readReportDue, readUnreported } from './queries.server.ts';

/** What is told of reports to hand in and of answers that are awaited: nothing more once they are, or are another's. */
export const reminderNotices: NoticeWriters = {
  'report-due': async (db, { record, about }, { actor, locale }) => {
    const report = await readReportDue(db, record.id);
    if (!report || report.period_ends_on !== about['due']) return null;
    if (!(await mayWriteReport(db, actor, report.id))) return null;
    const [commitment] = await listByIds(db, 'commitments', [report.commitment_id]);
    if (!commitment) return null;
    return reportDueNotice(locale, {
      stage: about['stage'] as ReminderStage,
      title: requiredPassage(commitment, 'title', locale).text,
      from: report.period_starts_on,
      to: report.period_ends_on,
      address: `/commitments/${commitment.slug}/reports/${report.id}`,
    });
  },
  'report-awaited': async (db, { record, about }, { actor, locale }) => {
    const due = about['due'] ?? '';
    const awaited = await readUnreported(db, record.id, { from: due, to: due });
    if (!awaited || !(await mayLead(db, actor, awaited.organisationId))) return null;
    const [commitment] = await listByIds(db, 'commitments', [record.id]);
    return reportAwaitedNotice(locale, {
      stage: about['stage'] as ReminderStage,
      title: requiredPassage(commitment!, 'title', locale).text,
      due,
      address: `/commitments/${commitment!.slug}/reports/new`,
    });
  },
  'answer-due': async (db, { record, about }, { actor, locale }) => {
    const recommendation = await readRecommendation(db, actor, record.id);
    if (!recommendation || recommendation.status === 'superseded') return null;
    const { organisations } = (await readAddressees(db, [record.id])).get(record.id)!;
    const awaited = organisations.find(
      ({ organisation, response }) => organisation.id === about['organisation'] && response === null,
    );
    if (!awaited || !(await answersFor(db, actor, awaited.organisation.id))) return null;
    return answerDueNotice(locale, {
      stage: about['stage'] as ReminderStage,
      due: about['due'] ?? '',
      title: requiredPassage(recommendation, 'title', locale).text,
      organisation: passage(awaited.organisation, 'name', locale)?.text ?? '',
      slug: recommendation.slug,
    });
  },
};
