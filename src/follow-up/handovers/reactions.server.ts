import { readAccountNames } from '#network/accounts/queries.server.ts';
import { readPlaceName } from '#network/grants/queries.server.ts';
import type { NoticeWriter, NoticeWriters } from '#network/notices/queries.server.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { handoverNotice, type HandoverNews } from './mail.ts';
import type { HandoverRow, HandoverStatus } from './model.ts';
import { readHandover, readPlaceAddress, successorOf } from './queries.server.ts';

type Reader = Parameters<NoticeWriter>[2];
type Db = Parameters<NoticeWriter>[0];

async function worded(
  db: Db,
  news: HandoverNews,
  handover: HandoverRow,
  address: string,
  { locale }: Reader,
) {
  const place = await readPlaceName(db, { scope: handover.scope, on: handover.on_id }, locale);
  const successor = await successorOf(db, handover);
  const name = successor === null ? '' : (await readAccountNames(db, [successor])).get(successor);
  return place ? handoverNotice(locale, news, { place, name: name ?? '', address }) : null;
}

/** Told while the handover stands as it stood, to who may still read it. */
const told =
  (news: HandoverNews, status: HandoverStatus): NoticeWriter =>
  async (db, { record }, reader) => {
    const handover = await readHandover(db, reader.actor, record.id);
    if (handover?.status !== status) return null;
    if (news === 'named' && (await successorOf(db, handover)) !== reader.actor.id) return null;
    return worded(db, news, handover, `/handovers/${handover.id}`, reader);
  };

/** Told without leading to the handover, which whoever is told does not read: to partners, and to whom it is no more. */
const toldOutside =
  (news: HandoverNews, status: HandoverStatus): NoticeWriter =>
  async (db, { record }, reader) => {
    const [handover] = await listByIds(db, 'handovers', [record.id]);
    if (handover?.status !== status) return null;
    const page = (await readPlaceAddress(db, handover))?.href ?? '/my-work';
    return worded(db, news, handover, news === 'withdrawn' ? '/my-work' : page, reader);
  };

/** What is told of handovers: to who leaves, who succeeds, who coordinates, and who shares a commitment. */
export const handoverNotices: NoticeWriters = {
  'handover-opened': told('opened', 'open'),
  'handover-named': told('named', 'open'),
  'handover-confirmed': told('confirmed', 'confirmed'),
  'handover-withdrawn': toldOutside('withdrawn', 'withdrawn'),
  'handover-partner': toldOutside('partner', 'confirmed'),
};
