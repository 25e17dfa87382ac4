import type { LinkRow } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { editableWorkshops, ORGANISERS } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import { workshopRelations, type WorkshopRelation } from './model.ts';

/** The links that lead from a workshop, in their order. */
export function listLinksOf(db: Source, workshopId: string, relation?: WorkshopRelation): Promise<LinkRow[]> {
  return db
    .selectFrom('links')
    .selectAll()
    .where('from_id', '=', workshopId)
    .where('relation', 'in', relation ? [relation] : workshopRelations)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/**
 * Whether an actor who edits a workshop may take a link away. Organisers are removed by who facilitates the
 * workshop, or answers for its territory or the network, or each by its own people: one organiser doesn't shut
 * out another.
 */
export async function mayUnlink(db: Source, actor: Actor, link: LinkRow): Promise<boolean> {
  if (!(ORGANISERS as readonly string[]).includes(link.relation)) return true;
  const scope = editableWorkshops(actor);
  if (scope === 'every' || scope.organisations.includes(link.to_id)) return true;
  const beside = { ...actor, grants: actor.grants.filter((grant) => grant.scope !== 'organisation') };
  return mayEditWorkshop(db, beside, link.from_id);
}
