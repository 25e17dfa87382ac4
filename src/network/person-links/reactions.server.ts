import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { passage } from '#platform/locale/text.ts';
import { readAccount } from '../accounts/queries.server.ts';
import type { NoticeWriters } from '../notices/queries.server.ts';
import { readPerson } from '../people/queries.server.ts';
import { mayManageAccounts } from '../policy.ts';
import { linkedNotice, proposedNotice } from './mail.ts';

/** What is told of accounts and public persons: a proposal while it waits, a link while it stands. */
export const personNotices: NoticeWriters = {
  'person-proposed': async (db, { record }, { actor, locale }) => {
    const account = mayManageAccounts(actor) ? await readAccount(db, record.id) : undefined;
    if (!account?.proposed_person_id) return null;
    const person = await nameOf(db, account.proposed_person_id, locale);
    if (person === null) return null;
    return proposedNotice(locale, { name: account.personal_name, person, id: account.id });
  },
  'person-linked': async (db, { record }, { actor, locale }) => {
    const account = await readAccount(db, actor.id);
    const person = account?.person_id === record.id ? await nameOf(db, record.id, locale) : null;
    return person === null ? null : linkedNotice(locale, person);
  },
};

async function nameOf(db: Source, id: string, locale: Locale): Promise<string | null> {
  const person = await readPerson(db, id);
  return person ? (passage(person, 'name', locale)?.text ?? null) : null;
}
