import { countAccounts, listAccounts } from '#network/accounts/queries.server.ts';
import { givenOn, mayGiveSomewhere } from '#network/grants/policy.ts';
import { listRolesOf } from '#network/grants/queries.server.ts';
import { mayDecideMemberships } from '#network/memberships/policy.ts';
import { requireAccount, requireRight } from '../../account.server.ts';
import { pageAsked } from '../../paging.server.ts';
import { nameOfPlace, namesOfPlaces } from '../../places.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  requireRight(mayGiveSomewhere(locals.actor));
  const { actor, db, locale } = locals;
  const search = (url.searchParams.get('search') ?? '').trim().slice(0, 200);
  const total = await countAccounts(db.reader, actor, search);
  const { paging, offset } = pageAsked(locals, url, total, { search });
  const accounts = await listAccounts(db.reader, actor, { search, offset, most: paging.size });
  const roles = await listRolesOf(
    db.reader,
    actor,
    accounts.map(({ id }) => id),
  );
  const held = roles.map((grant) => ({ ...grant, on: grant.on_id }));
  const names = await namesOfPlaces(locals, held, locale);
  const byAccount = Map.groupBy(held, ({ account_id }) => account_id);
  return {
    search,
    paging,
    all: givenOn(actor) === 'every',
    decides: mayDecideMemberships(actor),
    accounts: accounts.map(({ id, personal_name, personal_email, status }) => ({
      id,
      name: personal_name,
      email: personal_email,
      status,
      roles: (byAccount.get(id) ?? []).map((grant) => ({
        id: grant.id,
        role: grant.role,
        place: nameOfPlace(names, grant),
      })),
    })),
  };
};
