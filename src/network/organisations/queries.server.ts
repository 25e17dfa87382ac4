import type { Source } from '#platform/database/database.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { editableOrganisations, isOrganisationInScope } from '../policy.ts';
import type { OrganisationRow } from './model.ts';

export function listOrganisations(db: Source): Promise<OrganisationRow[]> {
  return db.selectFrom('organisations').selectAll().orderBy('slug').execute();
}

export function readOrganisation(db: Source, id: string): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The organisations that are part of one. */
export function listParts(db: Source, id: string): Promise<OrganisationRow[]> {
  return db.selectFrom('organisations').selectAll().where('parent_id', '=', id).orderBy('slug').execute();
}

/** The organisations of a territory. */
export function listOrganisationsOf(db: Source, territoryId: string): Promise<OrganisationRow[]> {
  return db
    .selectFrom('organisations')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .orderBy('slug')
    .execute();
}

/** Whether an actor may change an organisation, there or not where it may change all. */
export async function mayEditOrganisation(db: Source, actor: Actor, id: string): Promise<boolean> {
  const scope = editableOrganisations(actor);
  if (scope === 'every') return true;
  const found = await db
    .selectFrom('organisations')
    .select(['id', 'territory_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined && isOrganisationInScope(scope, found);
}
