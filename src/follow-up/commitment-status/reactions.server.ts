import type { NoticeWriters } from '#network/notices/queries.server.ts';
import type { ReminderStage } from '#platform/clock/due.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { mayLead } from '../commitments/queries.server.ts';
import { dueNotice } from './mail.ts';
import { readDue } from './queries.server.ts';

/** What is told of commitments that fall due: nothing more once one is done, moved, or another's. */
export const commitmentNotices: NoticeWriters = {
  'commitment-due': async (db, { record, about }, { actor, locale }) => {
    const found = await readDue(db, record.kind as 'commitments' | 'milestones', record.id);
    if (!found || found.due !== about['due']) return null;
    const { commitment, milestone, due } = found;
    if (!(await mayLead(db, actor, commitment.organisation_id))) return null;
    return dueNotice(locale, milestone ? 'milestone' : 'commitment', {
      stage: about['stage'] as ReminderStage,
      text: requiredPassage(milestone ?? commitment, 'title', locale).text,
      due,
      address: `/commitments/${commitment.slug}`,
    });
  },
};
