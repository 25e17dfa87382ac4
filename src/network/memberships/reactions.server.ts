import type { NoticeWriters } from '../notices/queries.server.ts';
import { membershipNotice } from './mail.ts';
import { readMembership } from './queries.server.ts';

/** What is told of membership requests: that one has arrived, to whoever decides it, while nobody has. */
export const membershipNotices: NoticeWriters = {
  'membership-requested': async (db, { record }, { actor, locale }) => {
    const request = await readMembership(db, actor, record.id);
    return request?.status === 'open' ? membershipNotice(locale, request.personal_name) : null;
  },
};
