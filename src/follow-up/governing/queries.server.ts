import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import { authorities } from '../responses/model.ts';

/** The types of institutions that govern a territory, one for each level. */
export const governingTypes = Object.values(authorities);

/** Territories lie within territories at most so deep: country, region, province, commune. */
export const DEEP = 3;

/** The institutions that govern some territories, as the `where` of any query that has joined `organisations`. */
export function governs(territories: readonly string[]): Expression<SqlBool> {
  const organisation = expressionBuilder<Tables, 'organisations'>();
  return organisation.and([
    organisation('organisations.territory_id', 'in', territories),
    organisation('organisations.type', 'in', governingTypes),
  ]);
}
