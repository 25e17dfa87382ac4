import { personOf } from '#network/personal-data/queries.server.ts';
import { personalDataStore } from '#platform/services/personal-data.server.ts';
import { requireAccount } from '../../../../account.server.ts';

export const GET = async (event) => {
  const account = requireAccount(event);
  return new Response(await personalDataStore(personOf(account)).document(), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="indimaj.json"',
      'cache-control': 'private, no-store',
    },
  });
};
