import type { Kysely } from 'kysely';
import type { Source } from '#platform/database/database.ts';
import type { HeldList, Person } from '#platform/personal-data/model.ts';
import type { AccountRow } from '../accounts/model.ts';
import { readAccount } from '../accounts/queries.server.ts';

/** An account as holders of personal data know it. */
export function personOf({ id, personal_name, personal_email }: AccountRow): Person {
  return { accountId: id, name: personal_name, address: personal_email };
}

/** Columns of what was written to or by an address before there was an account. */
interface Addressed {
  id: string;
  created_at: string;
  updated_at: string;
  personal_name: string;
  personal_email: string;
  status: string;
}

interface AddressedTables {
  invitations: Addressed & { role: string; expires_at: string };
  membership_requests: Addressed & { personal_message: string; reason: string | null };
}

/** The tables whose rows are of an address. */
export type AddressedKind = keyof AddressedTables;

export function addressedRows(db: Source, { address }: Pick<Person, 'address'>) {
  const tables = db as unknown as Kysely<AddressedTables>;
  const of = (kind: AddressedKind) =>
    tables
      .selectFrom(kind)
      .selectAll()
      .where((where) => where(where.fn<string>('lower', ['personal_email']), '=', address))
      .orderBy('id');
  return {
    invitations: () => of('invitations').execute() as Promise<AddressedTables['invitations'][]>,
    membership_requests: () =>
      of('membership_requests').execute() as Promise<AddressedTables['membership_requests'][]>,
  };
}

/** The ids of what was settled, or has run out, before an instant. */
export function settledRows(db: Source) {
  const tables = db as unknown as Kysely<AddressedTables>;
  return {
    async invitations(before: string): Promise<string[]> {
      const rows = await tables
        .selectFrom('invitations')
        .select('id')
        .where((where) =>
          where.or([
            where('expires_at', '<=', before),
            where.and([where('status', '<>', 'open'), where('updated_at', '<=', before)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
    async membership_requests(before: string): Promise<string[]> {
      const rows = await tables
        .selectFrom('membership_requests')
        .select('id')
        .where('status', '<>', 'open')
        .where('updated_at', '<=', before)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}

/** The account, its roles, and the invitations and requests of its address. */
export async function readHeldAccount(db: Source, person: Person): Promise<HeldList[]> {
  const account = await readAccount(db, person.accountId);
  const grants = await db
    .selectFrom('grants')
    .select(['role', 'scope', 'on_id', 'created_at'])
    .where('account_id', '=', person.accountId)
    .orderBy('id')
    .execute();
  const addressed = addressedRows(db, person);
  return [
    {
      name: 'account',
      rows: account
        ? [
            {
              name: account.personal_name,
              email: account.personal_email,
              state: account.status,
              language: account.locale,
              notices: account.notices,
              person: account.person_id,
              created: account.created_at,
              changed: account.updated_at,
            },
          ]
        : [],
    },
    {
      name: 'roles',
      rows: grants.map((row) => ({
        role: row.role,
        scope: row.scope,
        record: row.on_id,
        created: row.created_at,
      })),
    },
    {
      name: 'invitations',
      rows: (await addressed.invitations()).map((row) => ({
        name: row.personal_name,
        email: row.personal_email,
        role: row.role,
        state: row.status,
        created: row.created_at,
        ends: row.expires_at,
      })),
    },
    {
      name: 'requests',
      rows: (await addressed.membership_requests()).map((row) => ({
        name: row.personal_name,
        email: row.personal_email,
        text: row.personal_message,
        state: row.status,
        answer: row.reason,
        created: row.created_at,
      })),
    },
  ];
}
