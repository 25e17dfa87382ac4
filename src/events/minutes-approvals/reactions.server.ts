import type { NoticeWriter, NoticeWriters } from '#network/notices/queries.server.ts';
import { passage } from '#platform/locale/text.ts';
import { mayWrite } from '../minutes/queries.server.ts';
import { answeredNotice } from './mail.ts';
import type { ApprovalAnswer } from './model.ts';
import { readAnswered } from './queries.server.ts';

/** Told while the answer is the one that was given, and the text still waits for answers. */
const writer =
  (answer: Exclude<ApprovalAnswer, 'none'>): NoticeWriter =>
  async (db, { record }, { actor, locale }) => {
    const found = await readAnswered(db, record.id);
    if (found?.answer !== answer || found.status !== 'open' || found.personal_name === '') return null;
    if (!(await mayWrite(db, actor, found.minutes_id))) return null;
    const session = passage(found, 'title', locale)?.text ?? '';
    const { personal_name: name, slug, anchor } = found;
    return answeredNotice(locale, { answer, name, session, slug, anchor });
  };

/** What is told of approvals, to the rapporteurs of the session. */
export const approvalNotices: NoticeWriters = {
  'minutes-approved': writer('approved'),
  'minutes-changes': writer('changes'),
};
