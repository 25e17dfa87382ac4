import type { NoticeWriters } from '#network/notices/queries.server.ts';
import type { ReminderStage } from '#platform/clock/due.ts';
import { passage } from '#platform/locale/text.ts';
import { dueNotice } from './mail.ts';
import { readOwned } from './queries.server.ts';

/** What is told of actions, to those who own them: nothing more once one is settled, moved, or another's. */
export const actionNotices: NoticeWriters = {
  'action-due': async (db, { record, about }, { actor, locale }) => {
    const action = await readOwned(db, actor, record.id);
    if (action?.status !== 'open' || action.due_on !== about['due']) return null;
    const text = passage(action, 'text', locale)?.text ?? '';
    return dueNotice(locale, {
      stage: about['stage'] as ReminderStage,
      text,
      due: action.due_on!,
      address: `/actions/${action.id}`,
    });
  },
};
