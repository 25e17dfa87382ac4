import { createLink, deleteLink } from '#network/links/changes.server.ts';
import { targets, type LinkRow } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops, publicStatuses } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import { workshopRelations, type WorkshopRelation } from './model.ts';
import { listLinksOf, mayUnlink } from './queries.server.ts';
import {
  linkMoveInput,
  standingLinkInput,
  workshopLinkInput,
  type LinkMoveInput,
  type StandingLinkInput,
  type WorkshopLinkInput,
} from './schema.ts';

/** Links a workshop, last of its relation. People of an organiser reach the workshop from then on. */
export function linkWorkshop(target: Target, actor: Actor, input: WorkshopLinkInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: workshopLinkInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId, relation, toId }) => {
      const standing = await listLinksOf(tx, workshopId, relation);
      if (standing.some(({ to_id }) => to_id === toId)) return refused(refusals.taken, 'toId');
      const position = Math.max(0, ...standing.map((link) => link.position)) + 1;
      const from = { kind: 'workshops', id: workshopId };
      const to = { kind: targets[relation], id: toId };
      return createLink(tx, actor, { from, relation, to, position }, true);
    },
  );
}

/** Takes a link of a workshop away; refused for the last organiser of a public one. */
export function unlinkWorkshop(target: Target, actor: Actor, input: StandingLinkInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: standingLinkInput,
      input,
      within: async (tx, { workshopId, linkId }) => {
        if (!(await mayEditWorkshop(tx, actor, workshopId))) return false;
        const link = await standingLink(tx, workshopId, linkId);
        return link === undefined || mayUnlink(tx, actor, link);
      },
    },
    async (tx, { workshopId, linkId }) => {
      const link = await standingLink(tx, workshopId, linkId);
      if (!link) return refused(refusals.missing);
      if (link.relation === 'organiser' || link.relation === 'co-organiser') {
        const links = await listLinksOf(tx, workshopId);
        const others = links.filter(
          ({ id, relation }) => id !== linkId && (relation === 'organiser' || relation === 'co-organiser'),
        );
        const { status } = await tx
          .selectFrom('workshops')
          .select('status')
          .where('id', '=', workshopId)
          .executeTakeFirstOrThrow();
        if (others.length === 0 && publicStatuses.includes(status))
          return refused('events_problem_last_organiser');
      }
      return deleteLink(tx, actor, { id: linkId }, true);
    },
  );
}

/** Moves a link one place up or down among those of its relation. */
export function moveLinkOfWorkshop(target: Target, actor: Actor, input: LinkMoveInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: linkMoveInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId, linkId, by }) => {
      const link = await standingLink(tx, workshopId, linkId);
      if (!link) return refused(refusals.missing);
      const links = await listLinksOf(tx, workshopId, link.relation as WorkshopRelation);
      const at = links.findIndex(({ id }) => id === linkId);
      const order = links.toSpliced(at, 1).toSpliced(Math.max(0, by === 'up' ? at - 1 : at + 1), 0, link);
      for (const [index, { id, position }] of order.entries())
        if (position !== index + 1) await updateRecord(tx, actor, 'links', id, { position: index + 1 });
      return { id: linkId };
    },
  );
}

/** One of the links that a workshop's form holds; undefined where it is another record's, or another kind of link. */
async function standingLink(db: Source, workshopId: string, linkId: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom('links')
    .selectAll()
    .where('id', '=', linkId)
    .where('from_id', '=', workshopId)
    .where('relation', 'in', workshopRelations)
    .executeTakeFirst();
}
