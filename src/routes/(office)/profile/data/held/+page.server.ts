import { personOf } from '#network/personal-data/queries.server.ts';
import { personalDataStore } from '#platform/services/personal-data.server.ts';
import { requireAccount } from '../../../../account.server.ts';
import { heldWords } from '../../../../held.server.ts';

export const load = async (event) => {
  const account = requireAccount(event);
  const lists = await personalDataStore(personOf(account)).held();
  return { lists: heldWords(lists, event.locals.locale) };
};
