import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { locales } from '#platform/locale/locale.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import type { NewRecord } from '#platform/records/model.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { editableWorkshops, mayCreateWorkshops, mayEditWorkshops } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import { belowCounts } from '../participation/queries.server.ts';
import { undisturbed } from '../status/model.ts';
import { takenOver, textsToReread, type TakenOverText } from '../confirmations/model.ts';
import type { ActorType, WorkshopRow } from './model.ts';
import { listAudiences } from './queries.server.ts';
import {
  type attendance,
  workshopInput,
  workshopUpdate,
  type WorkshopInput,
  type WorkshopUpdate,
} from './schema.ts';

/** Records a workshop with the kinds of participants it brings together. */
export function createWorkshop(
  target: Target,
  actor: Actor,
  input: WorkshopInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayCreateWorkshops(actor), schema: workshopInput, input },
    async (tx, values) => {
      const row = { ...columnsOf(values), ...undisturbed, status: values.status, follows_id: null };
      return { id: await addWorkshop(tx, actor, row, values.audiences, clock) };
    },
  );
}

/** Writes a new workshop with its kinds of participants; whoever begins it facilitates it. @returns its id */
export async function addWorkshop(
  tx: Transaction,
  actor: Actor,
  row: NewRecord<'workshops'>,
  audiences: readonly ActorType[],
  clock: Clock = systemClock,
): Promise<string> {
  const id = await createRecord(tx, actor, 'workshops', row, clock);
  await writeAudiences(tx, actor, id, audiences, clock);
  if (editableWorkshops(actor) !== 'every') await makeFacilitator(tx, actor, id, clock);
  return id;
}

/** Changes a workshop to the whole input, but its status; what is left out of it is emptied. */
export function updateWorkshop(
  target: Target,
  actor: Actor,
  input: WorkshopUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: workshopUpdate,
      input,
      within: (tx, { id }) => mayEditWorkshop(tx, actor, id),
    },
    async (tx, values) => {
      const { id, version } = values;
      const below = await belowCounts(tx, id, values.attendance);
      if (below) return below;
      const standing = await tx.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirst();
      const written = columnsOf(values);
      // A text that is written anew is no longer the edition's before.
      const unread = standing
        ? textsToReread(standing).filter((field) => isSameText(standing, written, field))
        : [];
      await updateRecord(
        tx,
        actor,
        'workshops',
        id,
        { ...written, taken_over: takenOver(unread) },
        { version, clock },
      );
      await replaceAudiences(tx, actor, id, values.audiences, clock);
      return { id, version: version + 1 };
    },
  );
}

function isSameText(before: WorkshopRow, after: ReturnType<typeof columnsOf>, field: TakenOverText): boolean {
  return locales.every((locale) => before[`${field}_${locale}`] === after[`${field}_${locale}`]);
}

function columnsOf(values: Omit<v.InferOutput<typeof workshopInput>, 'status'>) {
  return {
    slug: values.slug,
    series_id: values.seriesId ?? null,
    form: values.form,
    ...columns('title', values.title),
    ...columns('summary', values.summary),
    ...columns('aims', values.aims),
    ...columns('outcome', values.outcome),
    starts_on: values.startsOn,
    ends_on: values.endsOn,
    time_zone: values.timeZone,
    ...columns('venue', values.venue),
    ...columns('city', values.city),
    territory_id: values.territoryId ?? null,
    ...attendanceColumns(values.attendance),
  };
}

/** The columns that hold how many came. */
export function attendanceColumns(given: v.InferOutput<typeof attendance>) {
  return {
    attendance_total: given?.total ?? null,
    attendance_minimum: given?.minimum ? (1 as const) : (0 as const),
    attendance_women: given?.women ?? null,
    attendance_men: given?.men ?? null,
  };
}

/** Writes the kinds of participants of a workshop anew, where they differ. */
export async function replaceAudiences(
  tx: Transaction,
  actor: Actor,
  id: string,
  types: readonly ActorType[],
  clock: Clock = systemClock,
): Promise<void> {
  const before = await listAudiences(tx, id);
  if (before.map(({ actor_type }) => actor_type).join() === types.join()) return;
  for (const audience of before) await deleteRecord(tx, actor, 'audiences', audience.id, clock);
  await writeAudiences(tx, actor, id, types, clock);
}

async function writeAudiences(
  tx: Transaction,
  actor: Actor,
  id: string,
  types: readonly ActorType[],
  clock: Clock,
) {
  for (const [index, actor_type] of types.entries())
    await createRecord(tx, actor, 'audiences', { workshop_id: id, position: index + 1, actor_type }, clock);
}

/** Who begins a workshop facilitates it. */
async function makeFacilitator(
  tx: Transaction,
  actor: Actor,
  workshopId: string,
  clock: Clock,
): Promise<void> {
  const grant = { role: 'facilitator', scope: 'workshop', on_id: workshopId } as const;
  await createRecord(tx, actor, 'grants', { account_id: actor.id, ...grant, given_by: actor.id }, clock);
}
