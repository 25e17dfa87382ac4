import type { Actor, Grant, Role } from '#platform/actor/actor.ts';
import { heldOn, holds } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { stoodInFor, type AbsenceRow } from './model.ts';

type Place = Pick<AbsenceRow, 'scope' | 'on_id'>;

/** Absences that run on a day, as long as whoever is away may sign in and whoever stands in holds a role there too. */
function running(db: Source, day: string) {
  return db
    .selectFrom('absences')
    .innerJoin('accounts as absent', 'absent.id', 'absences.account_id')
    .innerJoin('grants', (join) =>
      join
        .onRef('grants.account_id', '=', 'absences.account_id')
        .onRef('grants.scope', '=', 'absences.scope')
        .onRef('grants.on_id', '=', 'absences.on_id'),
    )
    .where('absent.status', '=', 'active')
    .where('grants.role', 'in', stoodInFor)
    .where('personal_from', '<=', day)
    .where('personal_until', '>=', day)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('grants as own')
          .select('own.id')
          .whereRef('own.account_id', '=', 'absences.stand_in_id')
          .whereRef('own.scope', '=', 'absences.scope')
          .whereRef('own.on_id', '=', 'absences.on_id'),
      ),
    );
}

/**
 * What somebody may on a day because they stand in for others: as the alternate may, in the institutions of those who
 * are away. What these hold for others again does not pass on.
 */
export async function standInGrants(db: Source, accountId: string, day: string): Promise<Grant[]> {
  const rows = await running(db, day)
    .select(['absences.account_id', 'grants.role', 'grants.scope', 'grants.on_id'])
    .where('absences.stand_in_id', '=', accountId)
    .orderBy('absences.id')
    .orderBy('grants.id')
    .execute();
  return rows.map(({ account_id: account, role, scope, on_id: on }) => ({
    role: 'alternate',
    scope,
    on,
    instead: { account, role },
  }));
}

/** Who stands in on a day for those who hold one of some roles in a place. */
export async function listStandIns(
  db: Source,
  { scope, on_id }: Place,
  roles: readonly Role[],
  day: string,
): Promise<string[]> {
  const rows = await running(db, day)
    .select('absences.stand_in_id')
    .where('absences.scope', '=', scope)
    .where('absences.on_id', '=', on_id)
    .where('grants.role', 'in', roles)
    .execute();
  return [...new Set(rows.map(({ stand_in_id }) => stand_in_id))].toSorted();
}

/** Who stands in on a day for some accounts: in one place, or wherever these are away from. */
export async function listStandInsFor(
  db: Source,
  accounts: readonly string[],
  place: Place | null,
  day: string,
): Promise<string[]> {
  if (accounts.length === 0) return [];
  const rows = await running(db, day)
    .select('absences.stand_in_id')
    .where('absences.account_id', 'in', accounts)
    .$if(place !== null, (query) =>
      query.where('absences.scope', '=', place!.scope).where('absences.on_id', '=', place!.on_id),
    )
    .execute();
  return [...new Set(rows.map(({ stand_in_id }) => stand_in_id))].toSorted();
}

/** An account's absences, the latest first. */
export function listAbsences(db: Source, accountId: string): Promise<AbsenceRow[]> {
  return db
    .selectFrom('absences')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('personal_from', 'desc')
    .orderBy('id')
    .execute();
}

/** Absences of others that are not over on a day: of an actor's institutions, and of those that it coordinates. */
export async function listAbsencesAround(db: Source, actor: Actor, day: string): Promise<AbsenceRow[]> {
  const own = actor.grants
    .filter(({ scope, instead }) => !instead && (scope === 'organisation' || scope === 'territory'))
    .map(({ on }) => on);
  const territories = heldOn(actor, 'territory', ['coordinator']);
  const all = holds(actor, ['administrator', 'coordinator']);
  if (!all && own.length === 0) return [];
  return db
    .selectFrom('absences')
    .selectAll()
    .where('account_id', '<>', actor.id)
    .where('personal_until', '>=', day)
    .$if(!all, (query) =>
      query.where(({ eb, or, selectFrom }) =>
        or([
          eb('on_id', 'in', own),
          ...(territories.length === 0
            ? []
            : [
                eb(
                  'on_id',
                  'in',
                  selectFrom('organisations')
                    .select('organisations.id')
                    .where('territory_id', 'in', territories),
                ),
              ]),
        ]),
      ),
    )
    .orderBy('personal_from')
    .orderBy('id')
    .execute();
}

/** Active accounts that hold a role in a place, but one; who is alternate there comes first. */
export async function listPossibleStandIns(db: Source, { scope, on_id }: Place, but: string) {
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('grants', 'grants.account_id', 'accounts.id')
    .select(['accounts.id', 'accounts.personal_name', 'grants.role'])
    .where('accounts.status', '=', 'active')
    .where('accounts.id', '<>', but)
    .where('grants.scope', '=', scope)
    .where('grants.on_id', '=', on_id)
    .orderBy('accounts.personal_name')
    .orderBy('accounts.id')
    .execute();
  const isAlternate = (id: string) => rows.some((row) => row.id === id && row.role === 'alternate');
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return once
    .map(({ id, personal_name }) => ({ id, name: personal_name, isAlternate: isAlternate(id) }))
    .toSorted((a, b) => Number(b.isAlternate) - Number(a.isAlternate));
}

/** Whether somebody is away from a place on one of some days. */
export async function isAway(
  db: Source,
  accountId: string,
  { scope, on_id }: Place,
  { from, until }: { from: string; until: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('absences')
    .select('id')
    .where('account_id', '=', accountId)
    .where('scope', '=', scope)
    .where('on_id', '=', on_id)
    .where('personal_from', '<=', until)
    .where('personal_until', '>=', from)
    .executeTakeFirst();
  return found !== undefined;
}
