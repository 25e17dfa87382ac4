import type * as v from 'valibot';
import { mayAddToNetwork } from '#network/policy.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { endAfter, shiftAfter, shifted, type Hours } from '../programme-hours/model.ts';
import { applyChanges, placedItems } from '../programme-order/changes.server.ts';
import { isInPlace, placeFor, type Change, type Placed } from '../programme-order/model.ts';
import { setContributions } from '../programme-people/changes.server.ts';
import { mayEditItem, mayEditWorkshop } from '../queries.server.ts';
import { isWithin } from '../workshops/model.ts';
import {
  contributionInput,
  itemDeletion,
  itemDraft,
  itemInput,
  itemUpdate,
  type ContributionInput,
  type ItemDeletion,
  type ItemDraft,
  type ItemInput,
  type ItemUpdate,
} from './schema.ts';

/** Adds an item to a workshop's programme; refused on a day that is none of the workshop's. */
export function createItem(target: Target, actor: Actor, input: ItemInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, values) => {
      const workshop = await tx
        .selectFrom('workshops')
        .select(['starts_on', 'ends_on'])
        .where('id', '=', values.workshopId)
        .executeTakeFirst();
      if (workshop && values.day && !isWithin(workshop, values.day))
        return refused('events_problem_day_outside', 'day');
      return {
        id: await createRecord(tx, actor, 'programme_items', {
          workshop_id: values.workshopId,
          anchor: values.anchor,
          position: values.position,
          kind: values.kind,
          number: values.number ?? null,
          day: values.day ?? null,
          starts_at: values.startsAt ?? null,
          ends_at: values.endsAt ?? null,
          import_key: values.importKey ?? null,
          ...columns('title', values.title),
          ...columns('abstract', values.abstract),
          ...columns('room', values.room),
        }),
      };
    },
  );
}

/** Says who does what in a programme item, in the role held at that time. */
export function createContribution(target: Target, actor: Actor, input: ContributionInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: contributionInput,
      input,
      within: (tx, { itemId }) => mayEditItem(tx, actor, itemId),
    },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'contributions', {
        item_id: values.itemId,
        position: values.position,
        part: values.part,
        person_id: values.personId ?? null,
        organisation_id: values.organisationId ?? null,
        ...columns('role', values.role),
      }),
    }),
  );
}

/**
 * Adds an item, with everybody in it, where its day and hour put it. What follows on its day moves only where the
 * input asks for it. Nothing is refused for meeting another item: conflicts are said, not forbidden.
 */
export function addItem(target: Target, actor: Actor, input: ItemDraft) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemDraft,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, values) => {
      const others = await placedItems(tx, values.workshopId);
      const hours = hoursOf(values);
      const moved = followers(others, null, hours, values.shift);
      const refusal = refusalOf(actor, values, moved);
      if (refusal) return refusal;
      const place = placeFor(withChanges(others, moved.changes), hours);
      await applyChanges(tx, actor, joined(moved.changes, place.others));
      const id = await createRecord(tx, actor, 'programme_items', {
        workshop_id: values.workshopId,
        anchor: await freeAnchor(tx, values.workshopId, values),
        position: place.position,
        import_key: null,
        ...columnsOf(values),
      });
      await setContributions(tx, actor, id, values.contributions);
      return { id, version: 1 };
    },
  );
}

/**
 * Changes an item to the whole input, with everybody in it; what is left out of it is emptied. It keeps its place
 * unless its new day or hour puts it elsewhere. The version covers the people as well.
 */
export function updateItem(target: Target, actor: Actor, input: ItemUpdate) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemUpdate,
      input,
      within: (tx, { id }) => mayEditItem(tx, actor, id),
    },
    async (tx, values) => {
      const { id, version } = values;
      const item = await tx.selectFrom('programme_items').selectAll().where('id', '=', id).executeTakeFirst();
      if (!item) return refused(refusals.missing);
      if (item.version !== version) return refused(refusals.stale);
      const others = (await placedItems(tx, item.workshop_id)).filter((other) => other.id !== id);
      const hours = hoursOf(values);
      const moved = followers(others, item, hours, values.shift);
      const refusal = refusalOf(actor, values, moved);
      if (refusal) return refusal;
      const place = newPlace(withChanges(others, moved.changes), item, hours);
      await applyChanges(tx, actor, joined(moved.changes, place?.others ?? new Map()));
      const written = {
        ...columnsOf(values),
        copied_from_id: null,
        ...(place && { position: place.position }),
      };
      await updateRecord(tx, actor, 'programme_items', id, written, { version });
      await setContributions(tx, actor, id, values.contributions);
      return { id, version: version + 1 };
    },
  );
}

/** Takes an item out of the programme, with who was in it and what it presented or served. */
export function deleteItem(target: Target, actor: Actor, input: ItemDeletion) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemDeletion,
      input,
      within: (tx, { id }) => mayEditItem(tx, actor, id),
    },
    async (tx, { id, version }) => {
      const item = await tx.selectFrom('programme_items').selectAll().where('id', '=', id).executeTakeFirst();
      if (!item) return refused(refusals.missing);
      if (item.version !== version) return refused(refusals.stale);
      const stems = tx.selectFrom('conclusions').select('id').where('item_id', '=', id);
      const formulated = tx.selectFrom('links').select('id').where('to_id', '=', id);
      if ((await stems.executeTakeFirst()) ?? (await formulated.executeTakeFirst()))
        return refused('events_programme_problem_has_conclusions');
      const minutes = await tx
        .selectFrom('minutes')
        .select('id')
        .where('item_id', '=', id)
        .executeTakeFirst();
      if (minutes) return refused('events_programme_problem_has_minutes');
      const counted = tx.selectFrom('participation_counts').select('id').where('item_id', '=', id);
      if (item.attendance_total != null || (await counted.executeTakeFirst()))
        return refused('events_programme_problem_has_counts');
      const hanging = [
        [
          'contributions',
          await tx.selectFrom('contributions').select('id').where('item_id', '=', id).execute(),
        ],
        ['links', await tx.selectFrom('links').select('id').where('from_id', '=', id).execute()],
        ['grants', await tx.selectFrom('grants').select('id').where('on_id', '=', id).execute()],
      ] as const;
      for (const [kind, rows] of hanging) for (const row of rows) await deleteRecord(tx, actor, kind, row.id);
      await deleteRecord(tx, actor, 'programme_items', id);
      return { id };
    },
  );
}

type Values = Omit<v.InferOutput<typeof itemDraft>, 'workshopId'>;

function hoursOf({ day, startsAt, length }: Values): Hours {
  const ends = startsAt !== undefined && length !== undefined ? endAfter(startsAt, length) : null;
  return { day: day ?? null, starts_at: startsAt ?? null, ends_at: ends };
}

function columnsOf(values: Values) {
  return {
    kind: values.kind,
    number: values.number ?? null,
    ...hoursOf(values),
    ...columns('title', values.title),
    ...columns('abstract', values.abstract),
    ...columns('room', values.room),
  };
}

/** What an item moves with it. */
interface Followers {
  changes: Map<string, Change>;
  leavesDay: boolean;
}

function followers(others: readonly Placed[], before: Hours | null, after: Hours, asked: boolean): Followers {
  if (!asked) return { changes: new Map(), leavesDay: false };
  const { items, minutes, leavesDay } = shiftAfter(others, before, after);
  return { changes: new Map(items.map((item) => [item.id, shifted(item, minutes)])), leavesDay };
}

function refusalOf(actor: Actor, { contributions }: Values, { leavesDay }: Followers): Refusal | null {
  if (leavesDay) return refused('events_programme_problem_leaves_day', 'shift');
  const index = contributions.findIndex(({ newPerson, newOrganisation }) => newPerson ?? newOrganisation);
  if (index < 0 || mayAddToNetwork(actor)) return null;
  // Who may write a programme may not always add people to the network.
  const which = contributions[index]!.newPerson ? 'person' : 'organisation';
  return refused(refusals.notAllowed, `contributions.${index}.${which}`);
}

/** Where an item goes whose day or hour no longer agrees with its place; null where it stays. */
function newPlace(others: readonly Placed[], item: Placed, hours: Hours) {
  if (item.day === hours.day) {
    if (item.starts_at === hours.starts_at || isInPlace(others, { ...item, ...hours })) return null;
  }
  return placeFor(others, hours);
}

function withChanges(items: readonly Placed[], changes: ReadonlyMap<string, Change>): Placed[] {
  return items.map((item) => ({ ...item, ...changes.get(item.id) }));
}

function joined(a: ReadonlyMap<string, Change>, b: ReadonlyMap<string, Change>): Map<string, Change> {
  return new Map([...a, ...[...b].map(([id, change]) => [id, { ...a.get(id), ...change }] as const)]);
}

/** Part of an item's address on its page: its kind, and a number where there are several. */
async function freeAnchor(tx: Transaction, workshopId: string, { kind, number }: Values): Promise<string> {
  const rows = await tx
    .selectFrom('programme_items')
    .select('anchor')
    .where('workshop_id', '=', workshopId)
    .execute();
  const taken = new Set(rows.map(({ anchor }) => anchor));
  const first = kind === 'session' && number !== undefined ? `${kind}-${number}` : kind;
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? first : `${first}-${count}`;
    if (!taken.has(tried)) return tried;
  }
}
