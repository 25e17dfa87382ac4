import type { NoticeWriters } from '#network/notices/queries.server.ts';
import { passage } from '#platform/locale/text.ts';
import { readCommitment } from './commitments/queries.server.ts';
import {
  answeredNotice,
  commitmentMovedNotice,
  committedNotice,
  movedNotice,
  postponedNotice,
  reportedNotice,
} from './follows/mail.ts';
import type { CommitmentOccasion, Occasion } from './follows/model.ts';
import { readRecommendation } from './recommendations/queries.server.ts';
import { publicStages } from './reports/model.ts';
import { readReport } from './reports/queries.server.ts';
import { readNamedResponse } from './responses/queries.server.ts';
import { readGrounds } from './status/queries.server.ts';

/** What is told of recommendations to those around them: as long as they may read it, and it holds. */
export const followUpNotices: NoticeWriters & Record<Occasion | CommitmentOccasion, NoticeWriters[string]> = {
  'recommendation-answered': async (db, { record, about }, { actor, locale }) => {
    const recommendation = await readRecommendation(db, actor, record.id);
    const response = await readNamedResponse(db, actor, about['response'] ?? '');
    if (!recommendation || !response || response.position !== about['answer']) return null;
    const title = passage(recommendation, 'title', locale)?.text ?? '';
    const organisation = passage(response, 'name', locale)?.text ?? '';
    return answeredNotice(locale, {
      title,
      slug: recommendation.slug,
      organisation,
      answer: response.position,
    });
  },
  'recommendation-committed': async (db, { record, about }, { actor, locale }) => {
    const recommendation = await readRecommendation(db, actor, record.id);
    if (!recommendation) return null;
    const { commitments } = (await readGrounds(db, [record.id])).get(record.id)!;
    const commitment = commitments.find(({ id }) => id === about['commitment']);
    if (!commitment) return null;
    return committedNotice(locale, {
      title: passage(recommendation, 'title', locale)?.text ?? '',
      slug: recommendation.slug,
      commitment: passage(commitment, 'title', locale)?.text ?? '',
    });
  },
  'recommendation-moved': async (db, { record, about }, { actor, locale }) => {
    const recommendation = await readRecommendation(db, actor, record.id);
    if (!recommendation || recommendation.status !== about['status']) return null;
    const title = passage(recommendation, 'title', locale)?.text ?? '';
    return movedNotice(locale, { title, slug: recommendation.slug, status: recommendation.status });
  },
  'commitment-moved': async (db, { record, about }, { actor, locale }) => {
    const commitment = await readCommitment(db, actor, record.id);
    if (!commitment || commitment.status !== about['status']) return null;
    const { slug, status } = commitment;
    return commitmentMovedNotice(locale, {
      title: passage(commitment, 'title', locale)?.text ?? '',
      slug,
      status,
    });
  },
  'commitment-postponed': async (db, { record, about }, { actor, locale }) => {
    const commitment = await readCommitment(db, actor, record.id);
    if (!commitment || commitment.due_on === null || commitment.due_on !== about['to']) return null;
    return postponedNotice(locale, {
      title: passage(commitment, 'title', locale)?.text ?? '',
      slug: commitment.slug,
      from: about['from'] ?? null,
      to: commitment.due_on,
    });
  },
  'commitment-reported': async (db, { record, about }, { actor, locale }) => {
    const report = await readReport(db, actor, record.id);
    if (!report || !publicStages.includes(report.stage)) return null;
    const commitment = await readCommitment(db, actor, report.commitment_id);
    if (!commitment) return null;
    const served = about['recommendation'];
    const recommendation = served ? await readRecommendation(db, actor, served) : undefined;
    return reportedNotice(locale, {
      title: passage(commitment, 'title', locale)?.text ?? '',
      from: report.period_starts_on,
      to: report.period_ends_on,
      status: report.status,
      recommendation: recommendation ? (passage(recommendation, 'title', locale)?.text ?? null) : null,
      address: `/commitments/${commitment.slug}/reports/${report.id}`,
    });
  },
};
