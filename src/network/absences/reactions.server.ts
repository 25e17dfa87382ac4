import { listByIds } from '#platform/records/list.server.ts';
import { readAccountNames } from '../accounts/queries.server.ts';
import { readPlaceName } from '../grants/queries.server.ts';
import type { NoticeWriters } from '../notices/queries.server.ts';
import { absenceNotice } from './mail.ts';

/** What is told of absences: to whoever stands in, as long as they do. */
export const absenceNotices: NoticeWriters = {
  'absence-declared': async (db, { record }, { actor, locale }) => {
    const [absence] = await listByIds(db, 'absences', [record.id]);
    if (absence?.stand_in_id !== actor.id) return null;
    const name = (await readAccountNames(db, [absence.account_id])).get(absence.account_id);
    const place = await readPlaceName(db, { scope: absence.scope, on: absence.on_id }, locale);
    if (!name || !place) return null;
    const { personal_from: from, personal_until: until } = absence;
    return absenceNotice(locale, { name, place, from, until });
  },
};
