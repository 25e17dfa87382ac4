import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { answeredOn, type Actor, type Role } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { listStandIns, listStandInsFor } from '#network/absences/queries.server.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { editableBy } from '../queries.server.ts';
import { withoutSexes } from '../workshops/model.ts';
import type { ActionRow } from './model.ts';

/** Who answers for what an organisation is to do. */
const answering: readonly Role[] = ['focal-point'];

/**
 * What an actor is to carry out: it, or an organisation that it is focal point of, owns it; or somebody for whom it stands
 * in, where the action is of no other institution than theirs.
 */
function ownedBy(actor: Actor): Expression<SqlBool> {
  const action = expressionBuilder<Tables, 'actions'>();
  const organisations = answeredOn(actor, 'organisation', answering);
  const isOf = (account: string) =>
    action(
      'actions.person_id',
      'in',
      action.selectFrom('accounts').select('person_id').where('id', '=', account),
    );
  const ways: Expression<SqlBool>[] = [isOf(actor.id)];
  for (const { instead, on } of actor.grants)
    if (instead)
      ways.push(
        action.and([
          isOf(instead.account),
          action.or([
            action('actions.organisation_id', 'is', null),
            action('actions.organisation_id', '=', on),
          ]),
        ]),
      );
  if (organisations.length > 0) ways.push(action('actions.organisation_id', 'in', organisations));
  return action.or(ways);
}

/** Actions with their workshops, as far as an actor may say how far they have come. */
function settled(db: Source, actor: Actor) {
  return db
    .selectFrom('actions')
    .innerJoin('workshops', 'workshops.id', 'actions.workshop_id')
    .selectAll('actions')
    .select('workshops.slug')
    .where(({ or }) => or([editableBy(actor), ownedBy(actor)]));
}

/** An action with its workshop's address, for who edits the workshop or owns the action. */
export function readSettled(db: Source, actor: Actor, id: string) {
  return settled(db, actor).where('actions.id', '=', id).executeTakeFirst();
}

/** An action that an actor is to carry out. */
export function readOwned(db: Source, actor: Actor, id: string): Promise<ActionRow | undefined> {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('actions.id', '=', id)
    .where(ownedBy(actor))
    .executeTakeFirst();
}

/** One action, for who edits its workshop. */
export function readEditable(db: Source, actor: Actor, id: string) {
  return db
    .selectFrom('actions')
    .innerJoin('workshops', 'workshops.id', 'actions.workshop_id')
    .selectAll('actions')
    .select('workshops.slug as inside')
    .where('actions.id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
}

/** Whether an actor may change what an action says. */
export async function mayEditAction(db: Source, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('actions')
    .innerJoin('workshops', 'workshops.id', 'actions.workshop_id')
    .select('actions.id')
    .where('actions.id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** The decisions and actions of a workshop in order. The caller has read the workshop. */
export function listActions(db: Source, workshopId: string): Promise<ActionRow[]> {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** As {@link listActions}, with the records that own them and the sessions they come from. */
export async function readActions(db: Source, workshopId: string) {
  const actions = await listActions(db, workshopId);
  return withOwners(db, actions);
}

/** Actions with the records that own them and the sessions they come from. */
export async function withOwners(db: Source, actions: readonly ActionRow[]) {
  const ids = (column: 'organisation_id' | 'person_id' | 'item_id') =>
    actions.flatMap((action) => action[column] ?? []);
  const [organisations, people, items] = await Promise.all([
    listByIds(db, 'organisations', ids('organisation_id')),
    listByIds(db, 'people', ids('person_id')),
    listByIds(db, 'programme_items', ids('item_id')).then((rows) => withoutSexes(rows)),
  ]);
  const at = <Row extends { id: string }>(rows: readonly Row[], id: string | null) =>
    rows.find((row) => row.id === id) ?? null;
  return actions.map((action) => ({
    ...action,
    organisation: at(organisations, action.organisation_id),
    person: at(people, action.person_id),
    item: at(items, action.item_id),
  }));
}

export type OwnedAction = Awaited<ReturnType<typeof withOwners>>[number];

/** The open actions that an actor is to carry out. */
export function listOwned(db: Source, actor: Actor): Promise<ActionRow[]> {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('status', '=', 'open')
    .where(ownedBy(actor))
    .orderBy('id')
    .execute();
}

/** Those of some actions that an actor is to carry out, or has carried out. */
export async function listOwnedAmong(db: Source, actor: Actor, ids: readonly string[]): Promise<ActionRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('actions')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where(ownedBy(actor))
    .execute();
}

/** What an actor is to carry out, by the day it is due; what has no day, by when it was adopted. */
export async function actionDuties(db: Source, actor: Actor): Promise<Duty[]> {
  return (await listOwned(db, actor)).map((row) => ({
    kind: 'action',
    at: row.due_on ?? row.created_at,
    href: `/actions/${row.id}`,
    about: textOf(row, 'text'),
  }));
}

/** Open actions due between two days, both included. */
export function listOpenDue(db: Source, { from, to }: { from: string; to: string }): Promise<ActionRow[]> {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('status', '=', 'open')
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .orderBy('id')
    .execute();
}

/**
 * The accounts that answer for an action: those of its person, and of the focal points of its organisation, and who
 * stands in for them that day.
 */
export async function listOwners(
  db: Source,
  { organisation_id, person_id }: Pick<ActionRow, 'organisation_id' | 'person_id'>,
  day: string,
): Promise<string[]> {
  const own = person_id
    ? await db.selectFrom('accounts').select('id').where('person_id', '=', person_id).execute()
    : [];
  const points = organisation_id
    ? await db
        .selectFrom('grants')
        .select('account_id as id')
        .where('scope', '=', 'organisation')
        .where('on_id', '=', organisation_id)
        .where('role', 'in', answering)
        .execute()
    : [];
  const place = organisation_id ? ({ scope: 'organisation', on_id: organisation_id } as const) : null;
  const standIns = [
    ...(place ? await listStandIns(db, place, answering, day) : []),
    ...(await listStandInsFor(
      db,
      own.map(({ id }) => id),
      place,
      day,
    )),
  ];
  return [...new Set([...[...own, ...points].map(({ id }) => id), ...standIns])].toSorted();
}
