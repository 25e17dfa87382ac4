import { readPlaceName } from '../grants/queries.server.ts';
import type { NoticeWriters } from '../notices/queries.server.ts';
import { acceptedNotice } from './mail.ts';
import { readInvitation } from './queries.server.ts';

/** What is told of invitations: that one was accepted, to whoever sent it. */
export const invitationNotices: NoticeWriters = {
  'invitation-accepted': async (db, { record }, { actor, locale }) => {
    const invitation = await readInvitation(db, actor, record.id);
    if (!invitation) return null;
    const { personal_name: name, role, scope, on_id: on } = invitation;
    return acceptedNotice(locale, { name, role, place: await readPlaceName(db, { scope, on }, locale) });
  },
};
