import type { NoticeWriter, NoticeWriters } from '#network/notices/queries.server.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { readCommitment } from '../commitments/queries.server.ts';
import { extensionNotice } from './mail.ts';
import { readExtension } from './queries.server.ts';

/** Tells of a request that stands as it stood; to who may read its commitment. */
const told =
  (of: 'asked' | 'answered'): NoticeWriter =>
  async (db, { record }, { actor, locale }) => {
    const found = await readExtension(db, record.id);
    if (!found || !(await readCommitment(db, actor, found.commitment.id))) return null;
    const { extension, commitment } = found;
    const { status } = extension;
    const isAsked = status === 'asked';
    if (isAsked !== (of === 'asked') || status === 'withdrawn') return null;
    return extensionNotice(locale, status, {
      text: requiredPassage(commitment, 'title', locale).text,
      due: extension.to_due_on,
      address: `/commitments/${commitment.slug}/extensions`,
    });
  };

/** What is told of longer deadlines, to who may answer, and to who asked. */
export const extensionNotices: NoticeWriters = {
  'extension-asked': told('asked'),
  'extension-answered': told('answered'),
};
