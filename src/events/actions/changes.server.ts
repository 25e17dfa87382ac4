import type * as v from 'valibot';
import { notify } from '#network/notices/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf, dueAround, stageOn } from '#platform/clock/due.ts';
import type { Database, Target, Transaction } from '#platform/database/database.ts';
import { baseLocale } from '#platform/locale/locale.ts';
import { problems } from '#platform/locale/schema.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { isItemOf } from '../programme/queries.server.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import { listOpenDue, listOwners, mayEditAction, readSettled } from './queries.server.ts';
import {
  actionInput,
  actionUpdate,
  settlingInput,
  type ActionInput,
  type ActionUpdate,
  type SettlingInput,
} from './schema.ts';

/** Records what a workshop decided, or asked somebody to do. */
export function createAction(target: Target, actor: Actor, input: ActionInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: actionInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId, ...values }) => {
      if (!(await isItemOf(tx, workshopId, values.itemId))) return refused(problems.notAChoice, 'itemId');
      const position = await nextPosition(tx, 'actions', { column: 'workshop_id', value: workshopId });
      const standing = { status: 'open', reason: null, reason_language: null, settled_on: null } as const;
      const row = { workshop_id: workshopId, position, ...columnsOf(values), ...standing };
      return { id: await createRecord(tx, actor, 'actions', row, clock) };
    },
  );
}

/** Changes an action to the whole input; how far it has come stays. */
export function updateAction(target: Target, actor: Actor, input: ActionUpdate, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: actionUpdate,
      input,
      within: (tx, { id }) => mayEditAction(tx, actor, id),
    },
    async (tx, { id, version, ...values }) => {
      const { workshop_id } = await tx
        .selectFrom('actions')
        .select('workshop_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (!(await isItemOf(tx, workshop_id, values.itemId))) return refused(problems.notAChoice, 'itemId');
      await updateRecord(tx, actor, 'actions', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Says that an action is done, dropped and why, or open again: who edits its workshop, and who owns it. */
export function settleAction(target: Target, actor: Actor, input: SettlingInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      // Whose person owns one may hold no role at all.
      allowed: true,
      schema: settlingInput,
      input,
      within: async (tx, { id }) => (await readSettled(tx, actor, id)) !== undefined,
    },
    async (tx, { id, version, status, reason, language }) => {
      const said = status === 'dropped' || (status === 'done' && reason) ? reason : null;
      const row = {
        status,
        reason: said || null,
        reason_language: said ? (language ?? baseLocale) : null,
        settled_on: status === 'open' ? null : dayOf(clock()),
      };
      await updateRecord(tx, actor, 'actions', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/**
 * Queues what owners are to be told of open actions: before the day, on it, and once it is past. Asked again, it
 * queues nothing twice.
 */
export async function remindOwners(db: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock());
  for (const { id } of await listOpenDue(db.reader, dueAround(today)))
    await db.transaction((tx) => remind(tx, id, today, clock));
}

async function remind(tx: Transaction, id: string, today: string, clock: Clock): Promise<void> {
  const action = await tx.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirst();
  const due = action?.due_on;
  const stage = action?.status === 'open' && due ? stageOn(due, today) : null;
  if (!action || !due || !stage) return;
  const about = { stage, due };
  for (const account of await listOwners(tx, action, today))
    await notify(
      tx,
      { account, kind: 'action-due', record: { kind: 'actions', id }, about, once: `${stage} ${due}` },
      clock,
    );
}

function columnsOf(values: Omit<v.InferOutput<typeof actionInput>, 'workshopId'>) {
  return {
    kind: values.kind,
    ...columns('text', values.text),
    item_id: values.itemId ?? null,
    owner: values.owner || null,
    organisation_id: values.organisationId ?? null,
    person_id: values.personId ?? null,
    due_on: values.dueOn ?? null,
  };
}
