import type { Source } from '#platform/database/database.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { editableOrganisations, isOrganisationInScope } from '../policy.ts';
import type { OrganisationLevel, OrganisationRow, OrganisationType } from './model.ts';

/** What a list of organisations may be narrowed to. */
export interface OrganisationFilter {
  type?: OrganisationType | undefined;
  level?: OrganisationLevel | undefined;
  /** One of these territories. */
  territoryIds?: readonly string[] | undefined;
}

/** The names and types of organisations, to be put in the order of a language. */
export function listOrganisationNames(db: Source, { type, level, territoryIds }: OrganisationFilter = {}) {
  return db
    .selectFrom('organisations')
    .select(['id', 'type', 'name_fr', 'name_ar', 'name_en', 'name_original'])
    .$if(type !== undefined, (query) => query.where('type', '=', type!))
    .$if(level !== undefined, (query) => query.where('level', '=', level!))
    .$if(territoryIds !== undefined, (query) => query.where('territory_id', 'in', territoryIds!))
    .orderBy('slug')
    .execute();
}

/** All organisations, or some by their ids, in the order of the ids. */
export function listOrganisations(db: Source, ids?: readonly string[]): Promise<OrganisationRow[]> {
  if (ids) return listByIds(db, 'organisations', ids);
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

/** The organisations that an actor may change by a role of its own, not for holding one on the network. */
export async function listOwnOrganisations(db: Source, actor: Actor): Promise<OrganisationRow[]> {
  const scope = editableOrganisations(actor);
  return scope === 'every' ? [] : listOrganisations(db, scope.organisations);
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
  if (found === undefined) return false;
  return isOrganisationInScope(scope, found) || isItsKeeper(db, actor, id);
}

/** Whether an actor recorded an organisation for which nobody answers yet: it mends its own mistakes until then. */
async function isItsKeeper(db: Source, actor: Actor, id: string): Promise<boolean> {
  const creation = await db
    .selectFrom('journal')
    .select('number')
    .where('record_id', '=', id)
    .where('verb', '=', 'create')
    .where('actor_id', '=', actor.id)
    .limit(1)
    .executeTakeFirst();
  if (!creation) return false;
  const answers = await db
    .selectFrom('grants')
    .select('id')
    .where('on_id', '=', id)
    .where('role', 'in', ['focal-point', 'alternate'])
    .limit(1)
    .executeTakeFirst();
  return answers === undefined;
}
