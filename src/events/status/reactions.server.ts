import type { NoticeWriter, NoticeWriters } from '#network/notices/queries.server.ts';
import { passage } from '#platform/locale/text.ts';
import { publicStatuses } from '../policy.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import { readWorkshop } from '../workshops/queries.server.ts';
import { movedNotice } from './mail.ts';
import type { ToldMove } from './model.ts';

/** Whether what is to be told still holds. */
const holds: Record<ToldMove, (workshop: WorkshopRow) => boolean> = {
  public: ({ status }) => publicStatuses.includes(status) && status !== 'cancelled' && status !== 'postponed',
  postponed: ({ status }) => status === 'postponed',
  moved: ({ status, former_starts_on }) =>
    former_starts_on !== null && status !== 'cancelled' && status !== 'postponed',
  cancelled: ({ status }) => status === 'cancelled',
};

const writer =
  (move: ToldMove): NoticeWriter =>
  async (db, { record }, { actor, locale }) => {
    const workshop = await readWorkshop(db, actor, record.id);
    if (!workshop || !holds[move](workshop)) return null;
    const title = passage(workshop, 'title', locale)?.text ?? '';
    return movedNotice(locale, { move, title, slug: workshop.slug });
  };

/** What is told of workshops, to those who have a role in them. */
export const workshopNotices: NoticeWriters = {
  'workshop-public': writer('public'),
  'workshop-postponed': writer('postponed'),
  'workshop-moved': writer('moved'),
  'workshop-cancelled': writer('cancelled'),
};
