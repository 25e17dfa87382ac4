import type * as v from 'valibot';
import type { LinkRight } from '#network/links/changes.server.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { problems } from '#platform/locale/schema.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayRecordConclusions } from '../policy.ts';
import { isItemOf } from '../programme/queries.server.ts';
import { mayEditConclusion, sessionsToRecord } from '../queries.server.ts';
import { conclusionInput, conclusionUpdate, type ConclusionInput, type ConclusionUpdate } from './schema.ts';

/** Records what a workshop concluded; the rapporteur of a session, what that session did. */
export function createConclusion(
  target: Target,
  actor: Actor,
  input: ConclusionInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: conclusionInput,
      input,
      within: (tx, { workshopId, itemId }) => mayWriteOf(tx, actor, workshopId, itemId),
    },
    async (tx, values) => {
      const { workshopId: workshop_id } = values;
      if (!(await isItemOf(tx, workshop_id, values.itemId))) return refused(problems.notAChoice, 'itemId');
      const row = { workshop_id, ...(await columnsOf(tx, workshop_id, values)) };
      return { id: await createRecord(tx, actor, 'conclusions', row, clock) };
    },
  );
}

/** Changes a conclusion to the whole input; it stays its workshop's. */
export function updateConclusion(
  target: Target,
  actor: Actor,
  input: ConclusionUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: conclusionUpdate,
      input,
      within: async (tx, { id, itemId }) => {
        if (!(await mayEditConclusion(tx, actor, id))) return false;
        return mayWriteOf(tx, actor, await workshopOf(tx, id), itemId);
      },
    },
    async (tx, values) => {
      const { id, version } = values;
      const workshopId = await workshopOf(tx, id);
      if (!(await isItemOf(tx, workshopId, values.itemId))) return refused(problems.notAChoice, 'itemId');
      const row = await columnsOf(tx, workshopId, values);
      await updateRecord(tx, actor, 'conclusions', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a conclusion that nothing comes from. */
export function deleteConclusion(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return removeRecord(target, actor, input, {
    kind: 'conclusions',
    references,
    clock,
    allowed: mayRecordConclusions(actor),
    within: (tx, id) => mayEditConclusion(tx, actor, id),
  });
}

/** Who links a conclusion with what it serves and where it is read. */
export function conclusionLinks(actor: Actor): LinkRight {
  return {
    kind: 'conclusions',
    allowed: mayRecordConclusions(actor),
    within: (tx, { id }) => mayEditConclusion(tx, actor, id),
  };
}

/** Whether the actor may write conclusions of the workshop, or of this session of it. */
async function mayWriteOf(
  db: Source,
  actor: Actor,
  workshopId: string,
  itemId: string | undefined,
): Promise<boolean> {
  const sessions = await sessionsToRecord(db, actor, workshopId);
  return sessions === 'every' || (itemId !== undefined && sessions.includes(itemId));
}

async function workshopOf(db: Source, id: string): Promise<string> {
  const { workshop_id } = await db
    .selectFrom('conclusions')
    .select('workshop_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return workshop_id;
}

async function columnsOf(
  tx: Transaction,
  workshopId: string,
  values: Omit<v.InferOutput<typeof conclusionInput>, 'workshopId'>,
) {
  const among = { column: 'workshop_id', value: workshopId };
  return {
    item_id: values.itemId ?? null,
    position: values.position ?? (await nextPosition(tx, 'conclusions', among)),
    kind: values.kind,
    ...columns('text', values.text),
  };
}
