import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import type { BoardEntryRow } from './model.ts';
import { mayEditEntry, readEntry } from './queries.server.ts';
import {
  boardEntryInput,
  boardEntryUpdate,
  seenEntry,
  type BoardEntryInput,
  type BoardEntryUpdate,
  type SeenEntry,
} from './schema.ts';

/** Puts an entry on the board that no minutes hold. */
export function createEntry(
  target: Target,
  actor: Actor,
  input: BoardEntryInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: boardEntryInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId: workshop_id, ...values }) => {
      await holdBoard(tx, workshop_id);
      return { id: await addEntry(tx, actor, { workshop_id, ...columnsOf(values) }, { clock }) };
    },
  );
}

/** Rewords a draft. What was adopted is reworded in the record that it became. */
export function updateEntry(
  target: Target,
  actor: Actor,
  input: BoardEntryUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: boardEntryUpdate,
      input,
      within: (tx, { id }) => mayEditEntry(tx, actor, id),
    },
    async (tx, { id, version, ...values }) => {
      const entry = await standingEntry(tx, { id, version });
      if ('ok' in entry) return entry;
      if (entry.status === 'adopted') return refused('events_board_problem_adopted');
      await updateRecord(tx, actor, 'board_entries', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Leaves a draft out of what is adopted. */
export function leaveEntry(target: Target, actor: Actor, input: SeenEntry) {
  return onEntry(target, actor, input, async (tx, { id, status }) => {
    if (status === 'adopted') return refused('events_board_problem_adopted');
    if (status !== 'left') await updateRecord(tx, actor, 'board_entries', id, { status: 'left' });
    return { id };
  });
}

/** Takes an entry that was left back among the drafts, last. */
export function reopenEntry(target: Target, actor: Actor, input: SeenEntry) {
  return onEntry(target, actor, input, async (tx, { id, status, workshop_id }) => {
    if (status === 'adopted') return refused('events_board_problem_adopted');
    const position = await nextPosition(tx, 'board_entries', { column: 'workshop_id', value: workshop_id });
    if (status !== 'draft') await updateRecord(tx, actor, 'board_entries', id, { status: 'draft', position });
    return { id };
  });
}

/** One thing done with an entry as it was seen, by who edits its workshop. */
export function onEntry<Done extends object>(
  target: Target,
  actor: Actor,
  input: SeenEntry,
  work: (tx: Transaction, entry: BoardEntryRow) => Promise<Done | Refusal>,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: seenEntry,
      input,
      within: (tx, { id }) => mayEditEntry(tx, actor, id),
    },
    async (tx, seen) => {
      const entry = await standingEntry(tx, seen);
      return 'ok' in entry ? entry : work(tx, entry);
    },
  );
}

/** An entry that stands on its board as it was seen, held until the transaction ends; or why it does not. */
export async function standingEntry(
  tx: Transaction,
  { id, version }: SeenEntry,
): Promise<BoardEntryRow | Refusal> {
  const found = await readEntry(tx, id);
  if (!found) return refused(refusals.missing);
  await holdBoard(tx, found.workshop_id);
  const entry = await readEntry(tx, id);
  if (!entry) return refused(refusals.missing);
  return entry.version === version && entry.merged_into_id === null ? entry : refused(refusals.stale);
}

/** Puts everybody who changes a board in a queue: what is read afterwards stays until the transaction ends. */
export async function holdBoard(tx: Transaction, workshopId: string): Promise<void> {
  await tx
    .updateTable('workshops')
    .set(({ ref }) => ({ version: ref('version') }))
    .where('id', '=', workshopId)
    .execute();
}

type Written = Omit<
  BoardEntryRow,
  | 'id'
  | 'version'
  | 'created_at'
  | 'updated_at'
  | 'position'
  | 'status'
  | 'merged_into_id'
  | 'adopted_kind'
  | 'adopted_id'
>;

/** Writes a draft, last unless a place is given; the caller holds the board. @returns its id */
export async function addEntry(
  tx: Transaction,
  actor: Actor,
  written: Written,
  { place, clock = systemClock }: { place?: number; clock?: Clock } = {},
): Promise<string> {
  const among = { column: 'workshop_id', value: written.workshop_id };
  return createRecord(
    tx,
    actor,
    'board_entries',
    {
      ...written,
      position: place ?? (await nextPosition(tx, 'board_entries', among)),
      status: 'draft',
      merged_into_id: null,
      adopted_kind: null,
      adopted_id: null,
    },
    clock,
  );
}

function columnsOf(values: Omit<v.InferOutput<typeof boardEntryInput>, 'workshopId'>) {
  return {
    kind: values.kind,
    ...columns('text', values.text),
    owner: values.owner || null,
    organisation_id: values.organisationId ?? null,
    person_id: values.personId ?? null,
    due_on: values.dueOn ?? null,
  };
}
