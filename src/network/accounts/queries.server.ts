import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { standInGrants } from '../absences/queries.server.ts';
import { givenOn } from '../grants/policy.ts';
import type { AccountRow } from './model.ts';

/** Who is signed in: the account, and what it may. */
export interface Visitor {
  account: AccountRow;
  actor: Actor;
}

/** The account behind a session with its roles, and those of whom it stands in for that day; undefined where it may not sign in. */
export async function readVisitor(
  db: Source,
  accountId: string,
  clock: Clock = systemClock,
): Promise<Visitor | undefined> {
  const account = await readAccount(db, accountId);
  if (account?.status !== 'active') return undefined;
  const grants = await db
    .selectFrom('grants')
    .select(['role', 'scope', 'on_id as on'])
    .where('account_id', '=', accountId)
    .execute();
  const instead = await standInGrants(db, accountId, dayOf(clock()));
  return { account, actor: { id: account.id, grants: [...grants, ...instead] } };
}

export function readAccount(db: Source, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The account of a mail address, in whatever case it is written. */
export function readAccountOf(db: Source, email: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('personal_email', '=', email.toLowerCase())
    .executeTakeFirst();
}

/** The accounts that anyone may sign in as, in a demonstration network. */
export function listDemonstrationAccounts(db: Source): Promise<AccountRow[]> {
  return db.selectFrom('accounts').selectAll().where('demonstration', '=', 1).orderBy('id').execute();
}

/** Whether anybody has an account here yet. */
export async function hasAccounts(db: Source): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Whether anyone may sign in as this account: one of the demonstration's own. */
export async function isDemonstrationAccount(db: Source, id: string): Promise<boolean> {
  return (await readAccount(db, id))?.demonstration === 1;
}

/** The names of accounts, by id; those that were erased have none. */
export async function readAccountNames(db: Source, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'personal_name'])
    .where('id', 'in', [...new Set(ids)])
    .where('status', '!=', 'erased')
    .execute();
  return new Map(rows.map(({ id, personal_name }) => [id, personal_name]));
}

/** The accounts that an actor may see: all, or those that hold a role on something of the actor's. */
function visible(db: Source, actor: Actor) {
  const places = givenOn(actor);
  return db
    .selectFrom('accounts')
    .where('accounts.status', '!=', 'erased')
    .$if(places !== 'every', (query) =>
      query.where('accounts.id', 'in', ({ selectFrom }) =>
        selectFrom('grants')
          .select('grants.account_id')
          .where('grants.on_id', 'in', places.length > 0 ? (places as string[]) : ['']),
      ),
    );
}

/** The accounts an actor may see whose name or address holds what is looked for. */
function found(db: Source, actor: Actor, search: string) {
  const pattern = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  return visible(db, actor).$if(search.trim() !== '', (query) =>
    query.where(
      sql<boolean>`(lower(accounts.personal_name) like ${pattern} escape '\\'
        or accounts.personal_email like ${pattern} escape '\\')`,
    ),
  );
}

/** How many accounts {@link listAccounts} finds on all its pages. */
export async function countAccounts(db: Source, actor: Actor, search = ''): Promise<number> {
  const { count } = await found(db, actor, search)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The accounts that an actor may see, by name; some of them, where a part of the list is asked for. */
export function listAccounts(
  db: Source,
  actor: Actor,
  { search = '', offset = 0, most = 50 }: { search?: string; offset?: number; most?: number } = {},
): Promise<AccountRow[]> {
  return found(db, actor, search)
    .selectAll('accounts')
    .orderBy(sql`lower(accounts.personal_name)`)
    .orderBy('accounts.id')
    .limit(most)
    .offset(offset)
    .execute();
}

/** One account, where the actor may see it. */
export function readVisibleAccount(db: Source, actor: Actor, id: string): Promise<AccountRow | undefined> {
  return visible(db, actor).selectAll('accounts').where('accounts.id', '=', id).executeTakeFirst();
}
