import type { NoticeWriters } from '#network/notices/queries.server.ts';
import { passage } from '#platform/locale/text.ts';
import { answeredNotice, committedNotice, movedNotice } from './follows/mail.ts';
import type { Occasion } from './follows/model.ts';
import { readRecommendation } from './recommendations/queries.server.ts';
import { readNamedResponse } from './responses/queries.server.ts';
import { readGrounds } from './status/queries.server.ts';

/** What is told of recommendations to those around them: as long as they may read it, and it holds. */
export const followUpNotices: NoticeWriters & Record<Occasion, NoticeWriters[string]> = {
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
};
