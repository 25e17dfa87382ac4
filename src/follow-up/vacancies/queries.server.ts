import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import { coordinatedPlaces } from '../handovers/policy.ts';

/** An institution with open commitments of its own, and how many. */
export type Vacancy = OrganisationRow & { commitments: number; since: string };

/** A grant that is looked past: as if it had been taken already. */
type But = { accountId: string; grantId?: string | undefined };

/** Whether an active account is focal point of an organisation, or of the territory that it lies in. */
function hasFocalPoint(but?: But): Expression<SqlBool> {
  const organisation = expressionBuilder<Tables, 'organisations'>();
  return organisation.exists(
    organisation
      .selectFrom('grants')
      .innerJoin('accounts', 'accounts.id', 'grants.account_id')
      .select('grants.id')
      .where('accounts.status', '=', 'active')
      .where('grants.role', '=', 'focal-point')
      .where(({ eb, or, ref }) =>
        or([
          eb('grants.on_id', '=', ref('organisations.id')),
          eb('grants.on_id', '=', ref('organisations.territory_id')),
        ]),
      )
      .$if(but !== undefined, (query) =>
        but!.grantId === undefined
          ? query.where('accounts.id', '<>', but!.accountId)
          : query.where('grants.id', '<>', but!.grantId),
      ),
  );
}

/** Institutions that lead open commitments, with how many, and since when the oldest stands. */
function committed(db: Source) {
  return db
    .selectFrom('organisations')
    .innerJoin('commitments', 'commitments.organisation_id', 'organisations.id')
    .where('commitments.status', 'not in', ['completed', 'discontinued'])
    .selectAll('organisations')
    .select(({ fn }) => [fn.countAll().as('commitments'), fn.min('commitments.created_at').as('since')])
    .groupBy('organisations.id')
    .orderBy('organisations.slug');
}

const counted = (rows: readonly object[]) =>
  rows.map((row) => ({ ...row, commitments: Number((row as Vacancy).commitments) })) as Vacancy[];

/** Institutions with open commitments for which nobody is focal point, among those that an actor coordinates. */
export async function listVacancies(db: Source, actor: Actor): Promise<Vacancy[]> {
  const places = coordinatedPlaces(actor);
  if (places.length === 0) return [];
  const rows = await committed(db)
    .where(({ not }) => not(hasFocalPoint()))
    .$if(places !== 'every', (query) => query.where('organisations.territory_id', 'in', places as string[]))
    .execute();
  return counted(rows);
}

/** Institutions with open commitments that would be left without a focal point by the end of an account's roles, or of one. */
export async function listLeftAlone(db: Source, accountId: string, grantId?: string): Promise<Vacancy[]> {
  const rows = await committed(db)
    .where(hasFocalPoint())
    .where(({ not }) => not(hasFocalPoint({ accountId, grantId })))
    .execute();
  return counted(rows);
}

/** The institutions without a focal point, for who coordinates them. */
export async function vacancyDuties(db: Source, actor: Actor): Promise<Duty[]> {
  return (await listVacancies(db, actor)).map((row) => ({
    kind: 'vacancy',
    at: row.since,
    href: '/handovers#vacancies',
    about: textOf(row, 'name'),
  }));
}
