import type { Actor } from '#platform/actor/actor.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import type { Linked } from '#network/links/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import { editableBy, readableBy } from '../queries.server.ts';
import { withoutSexes, type AudienceRow, type SeriesRow, type WorkshopRow } from './model.ts';

/** The workshops an actor may read; every query of workshops begins here. */
function readable(db: Source, actor: Actor) {
  return db.selectFrom('workshops').selectAll('workshops').where(readableBy(actor));
}

/** Workshops, the latest first. */
export async function listWorkshops(db: Source, actor: Actor): Promise<WorkshopRow[]> {
  return withoutSexes(await readable(db, actor).orderBy('starts_on', 'desc').orderBy('slug').execute());
}

/** When each workshop is held, the latest first: enough to tell its phase. */
export function listDates(db: Source, actor: Actor) {
  return readable(db, actor)
    .clearSelect()
    .select(['id', 'starts_on', 'ends_on', 'time_zone', 'status'])
    .orderBy('starts_on', 'desc')
    .orderBy('slug')
    .execute();
}

/** Some workshops by their ids, in the order of the ids, as far as the actor may read them. */
export async function listWorkshopsById(
  db: Source,
  actor: Actor,
  ids: readonly string[],
): Promise<WorkshopRow[]> {
  if (ids.length === 0) return [];
  const rows = await readable(db, actor).where('id', 'in', ids).execute();
  const byId = new Map(withoutSexes(rows).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where each workshop was held, for counts by territory. */
export function listPlaces(db: Source, actor: Actor): Promise<Pick<WorkshopRow, 'id' | 'territory_id'>[]> {
  return readable(db, actor).clearSelect().select(['id', 'territory_id']).execute();
}

/** One workshop, where the actor may read it. */
export function readWorkshop(db: Source, actor: Actor, id: string): Promise<WorkshopRow | undefined> {
  return readable(db, actor).where('id', '=', id).executeTakeFirst();
}

/** The workshops an actor may change that are not over, the nearest first. */
export function listEditableWorkshops(db: Source, actor: Actor, at: Date): Promise<WorkshopRow[]> {
  return db
    .selectFrom('workshops')
    .selectAll()
    .where(editableBy(actor))
    .where((where) => where.or([where('ends_on', '>=', dayOf(at)), where('status', '=', 'draft')]))
    .orderBy('starts_on')
    .orderBy('slug')
    .execute();
}

/** The workshops with these ids, as far as the actor may read them. */
export async function listWorkshopsAmong(
  db: Source,
  actor: Actor,
  ids: readonly string[],
): Promise<WorkshopRow[]> {
  if (ids.length === 0) return [];
  const rows = readable(db, actor).where('workshops.id', 'in', ids).orderBy('starts_on').orderBy('slug');
  return withoutSexes(await rows.execute());
}

/** What an actor owes: the next step of each draft that it may change, by the day the meeting begins. */
export async function workshopDuties(db: Source, actor: Actor): Promise<Duty[]> {
  const drafts = await db
    .selectFrom('workshops')
    .selectAll('workshops')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('programme_items')
          .select('programme_items.id')
          .whereRef('programme_items.workshop_id', '=', 'workshops.id'),
      ).as('has_programme'),
    )
    .where(editableBy(actor))
    .where('status', '=', 'draft')
    .orderBy('starts_on')
    .execute();
  return drafts.map((workshop) => ({
    kind: workshop.has_programme ? 'announcement' : 'programme',
    at: workshop.starts_on,
    href: `/workshops/${workshop.slug}`,
    about: textOf(workshop, 'title'),
  }));
}

/** The editions of a series, the first one first. */
export async function listEditions(db: Source, actor: Actor, seriesId: string): Promise<WorkshopRow[]> {
  const rows = readable(db, actor).where('series_id', '=', seriesId).orderBy('starts_on').orderBy('slug');
  return withoutSexes(await rows.execute());
}

export function listSeries(db: Source): Promise<SeriesRow[]> {
  return db.selectFrom('series').selectAll().orderBy('slug').execute();
}

export function readSeries(db: Source, id: string): Promise<SeriesRow | undefined> {
  return db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The kinds of participants a workshop brought together. */
export function listAudiences(db: Source, workshopId: string): Promise<AudienceRow[]> {
  return db
    .selectFrom('audiences')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .execute();
}

/** What a query of linked workshops asks for: the records at the other end, and what the links may say. */
interface Ends {
  ids: readonly string[];
  /** Whether the links lead from the workshops to those records, or from the records to the workshops. */
  lead: 'to' | 'from';
  relations?: readonly Relation[] | undefined;
}

/** The workshops an actor may read at one end of links; `other_id` is the other end. */
function linkedWorkshops(db: Source, actor: Actor, { ids, lead, relations }: Ends) {
  const [workshop, other] =
    lead === 'to' ? (['links.from_id', 'links.to_id'] as const) : (['links.to_id', 'links.from_id'] as const);
  return db
    .selectFrom('links')
    .innerJoin('workshops', 'workshops.id', workshop)
    .select(['links.relation', `${other} as other_id`])
    .where(other, 'in', ids)
    .where(lead === 'to' ? 'links.from_kind' : 'links.to_kind', '=', 'workshops')
    .where(readableBy(actor))
    .$if(relations !== undefined, (query) => query.where('links.relation', 'in', relations!));
}

/** Workshops that link to any of some records (an organisation that took part, a goal), the latest first. */
export async function workshopsLinkedTo(
  db: Source,
  actor: Actor,
  id: string | readonly string[],
  relations?: readonly Relation[],
): Promise<Linked<'workshops'>[]> {
  const ids = typeof id === 'string' ? [id] : id;
  if (ids.length === 0) return [];
  const rows = await linkedWorkshops(db, actor, { ids, lead: 'to', relations })
    .selectAll('workshops')
    .orderBy('workshops.starts_on', 'desc')
    .orderBy('links.position')
    .orderBy('links.id')
    .execute();
  return withoutSexes(rows);
}

/** Like {@link workshopsLinkedTo}, without the workshops' rows: for counts. */
export async function idsOfWorkshopsLinkedTo(
  db: Source,
  actor: Actor,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<{ id: string; other_id: string }[]> {
  if (ids.length === 0) return [];
  return linkedWorkshops(db, actor, { ids, lead: 'to', relations }).select('workshops.id').execute();
}

/** Workshops that any of some records link to (what shared a recommendation), in the links' order. */
export async function workshopsLinkedFrom(
  db: Source,
  actor: Actor,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<Linked<'workshops'>[]> {
  if (ids.length === 0) return [];
  const rows = await linkedWorkshops(db, actor, { ids, lead: 'from', relations })
    .selectAll('workshops')
    .orderBy('links.position')
    .orderBy('links.id')
    .execute();
  return withoutSexes(rows);
}

/** Workshops that are part of an initiative or present it in their programme, the latest first. */
export async function workshopsOfInitiative(
  db: Source,
  actor: Actor,
  initiativeId: string,
): Promise<WorkshopRow[]> {
  const rows = await readable(db, actor)
    .where(({ or, eb, selectFrom }) => {
      const links = selectFrom('links').where('links.to_id', '=', initiativeId);
      return or([
        eb('workshops.id', 'in', links.select('links.from_id').where('links.relation', '=', 'part-of')),
        eb(
          'workshops.id',
          'in',
          links
            .innerJoin('programme_items', 'programme_items.id', 'links.from_id')
            .select('programme_items.workshop_id')
            .where('links.relation', '=', 'presents'),
        ),
      ]);
    })
    .orderBy('starts_on', 'desc')
    .orderBy('slug')
    .execute();
  return withoutSexes(rows);
}

/** Workshops held in a territory, the latest first. */
export async function workshopsHeldIn(db: Source, actor: Actor, territoryId: string): Promise<WorkshopRow[]> {
  const rows = readable(db, actor).where('territory_id', '=', territoryId).orderBy('starts_on', 'desc');
  return withoutSexes(await rows.execute());
}
