import type { Role, Scope } from '#platform/actor/actor.ts';
import type { NoticeAbout } from '../notices/model.ts';
import type { NoticeWriters } from '../notices/queries.server.ts';
import { givenNotice, takenNotice } from './mail.ts';
import { isPlaceThere, listAllRolesOf, readPlaceName } from './queries.server.ts';

/** What is told of roles, to whoever holds or held them; one that was given and taken meanwhile is told as taken. */
export const grantNotices: NoticeWriters = {
  'role-given': async (db, { record, about }, { actor, locale }) => {
    const held = await listAllRolesOf(db, [actor.id]);
    if (!held.some(({ id }) => id === record.id)) return null;
    const { role, ...place } = heldRole(about);
    return givenNotice(locale, { role, place: await readPlaceName(db, place, locale) });
  },
  'role-taken': async (db, { about }, { locale }) => {
    const { role, ...place } = heldRole(about);
    if (!(await isPlaceThere(db, place))) return null;
    return takenNotice(locale, { role, place: await readPlaceName(db, place, locale) });
  },
};

function heldRole({ role, scope, on }: NoticeAbout): { role: Role; scope: Scope; on: string } {
  return { role: role as Role, scope: scope as Scope, on: on! };
}
