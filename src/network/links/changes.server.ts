import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { id } from '#platform/locale/schema.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditOrganisation } from '../organisations/queries.server.ts';
import { mayAddToNetwork, mayEditNetwork } from '../policy.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { targets, type LinkRow, type RecordRef, type Relation } from './model.ts';
import { isRecordThere, listLinksFrom } from './queries.server.ts';
import {
  linkInput,
  linkMove,
  recordLinkInput,
  recordUnlinkInput,
  type LinkInput,
  type LinkMove,
  type RecordLinkInput,
  type RecordUnlinkInput,
} from './schema.ts';

/**
 * Links two records; refused where one of them is missing, or the same link stands already.
 * @param allowed what the capability of the record that the link leads from has answered of this very record
 */
export function createLink(
  target: Target,
  actor: Actor,
  input: LinkInput,
  allowed: boolean = mayEditNetwork(actor),
  clock: Clock = systemClock,
) {
  return change(target, { allowed, schema: linkInput, input }, async (tx, values) => {
    // The schema has compared both kinds with those that the relation joins.
    const from = values.from as RecordRef;
    const to = values.to as RecordRef;
    if (!(await isRecordThere(tx, from))) return refused(refusals.missing, 'from');
    if (!(await isRecordThere(tx, to))) return refused(refusals.missing, 'to');
    return {
      id: await createRecord(
        tx,
        actor,
        'links',
        {
          from_kind: from.kind,
          from_id: from.id,
          relation: values.relation,
          to_kind: to.kind,
          to_id: to.id,
          position: values.position,
        },
        clock,
      ),
    };
  });
}

const standing = v.object({ id });

/** Takes a link away; `allowed` as for {@link createLink}. */
export function deleteLink(
  target: Target,
  actor: Actor,
  input: v.InferInput<typeof standing>,
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: standing, input }, async (tx, { id: linkId }) => {
    await deleteRecord(tx, actor, 'links', linkId);
    return { id: linkId };
  });
}

/** What the capability of the records that links lead from answers of the actor. */
export interface LinkRight {
  kind: RecordKind;
  allowed: boolean;
  /** Whether the actor may link this very record so; asked inside the transaction. */
  within(tx: Transaction, from: { id: string; relation: Relation }): Promise<boolean>;
  /** What follows where a link was made or taken away, in the same transaction. */
  changed?(tx: Transaction, link: { fromId: string; relation: Relation; toId: string }): Promise<void>;
}

/** Who links the network's own records. */
export function networkLinks(actor: Actor, kind: RecordKind): LinkRight {
  if (kind !== 'organisations')
    return { kind, allowed: mayEditNetwork(actor), within: () => Promise.resolve(true) };
  return {
    kind,
    allowed: mayAddToNetwork(actor),
    within: (tx, { id }) => mayEditOrganisation(tx, actor, id),
  };
}

/** Links a record, last of its relation. */
export function linkRecord(
  target: Target,
  actor: Actor,
  input: RecordLinkInput,
  { kind, allowed, within, changed }: LinkRight,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed,
      schema: recordLinkInput,
      input,
      within: (tx, { fromId, relation }) => within(tx, { id: fromId, relation }),
    },
    async (tx, { fromId, relation, toId }) => {
      const standing = await listLinksFrom(tx, fromId, [relation]);
      if (standing.some(({ to_id }) => to_id === toId)) return refused(refusals.taken, 'toId');
      const position = Math.max(0, ...standing.map((link) => link.position)) + 1;
      const to = { kind: targets[relation], id: toId };
      const outcome = await createLink(
        tx,
        actor,
        { from: { kind, id: fromId }, relation, to, position },
        true,
        clock,
      );
      if (outcome.ok) await changed?.(tx, { fromId, relation, toId });
      return outcome;
    },
  );
}

/** Takes a link of a record away. */
export function unlinkRecord(
  target: Target,
  actor: Actor,
  input: RecordUnlinkInput,
  { kind, allowed, within, changed }: LinkRight,
) {
  return change(
    target,
    {
      allowed,
      schema: recordUnlinkInput,
      input,
      within: async (tx, asked) => {
        const link = await standingLink(tx, kind, asked);
        return link === undefined || within(tx, { id: link.from_id, relation: link.relation });
      },
    },
    async (tx, asked) => {
      const link = await standingLink(tx, kind, asked);
      if (!link) return refused(refusals.missing);
      const outcome = await deleteLink(tx, actor, { id: link.id }, true);
      const { from_id: fromId, relation, to_id: toId } = link;
      if (outcome.ok) await changed?.(tx, { fromId, relation, toId });
      return outcome;
    },
  );
}

/** Moves a link one place up or down among those of its relation. */
export function moveLink(
  target: Target,
  actor: Actor,
  input: LinkMove,
  { kind, allowed, within }: LinkRight,
) {
  return change(
    target,
    {
      allowed,
      schema: linkMove,
      input,
      within: async (tx, asked) => {
        const link = await standingLink(tx, kind, asked);
        return link === undefined || within(tx, { id: link.from_id, relation: link.relation });
      },
    },
    async (tx, { by, ...asked }) => {
      const link = await standingLink(tx, kind, asked);
      if (!link) return refused(refusals.missing);
      const links = await listLinksFrom(tx, link.from_id, [link.relation]);
      const at = links.findIndex(({ id }) => id === link.id);
      const order = links.toSpliced(at, 1).toSpliced(Math.max(0, by === 'up' ? at - 1 : at + 1), 0, link);
      for (const [index, { id, position }] of order.entries())
        if (position !== index + 1) await updateRecord(tx, actor, 'links', id, { position: index + 1 });
      return { id: link.id };
    },
  );
}

/** A link that leads from this very record. */
async function standingLink(
  db: Source,
  kind: RecordKind,
  { fromId, linkId }: RecordUnlinkInput,
): Promise<LinkRow | undefined> {
  return db
    .selectFrom('links')
    .selectAll()
    .where('id', '=', linkId)
    .where('from_kind', '=', kind)
    .where('from_id', '=', fromId)
    .executeTakeFirst();
}
