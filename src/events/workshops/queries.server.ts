import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { linkedTo } from '#network/links/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import { isReadable, publicStatuses, readableWorkshops } from '../policy.ts';
import type { AudienceRow, SeriesRow, WorkshopRow } from './model.ts';

/** The workshops an actor may read; every query of workshops begins here. */
function readable(db: Source, actor: Actor) {
  const query = db.selectFrom('workshops').selectAll('workshops');
  return readableWorkshops(actor) === 'every' ? query : query.where('workshops.status', 'in', publicStatuses);
}

/** Workshops, the latest first. */
export function listWorkshops(db: Source, actor: Actor): Promise<WorkshopRow[]> {
  return readable(db, actor).orderBy('starts_on', 'desc').orderBy('slug').execute();
}

/** Where each workshop was held, for counts by territory. */
export function listPlaces(db: Source, actor: Actor): Promise<Pick<WorkshopRow, 'id' | 'territory_id'>[]> {
  return readable(db, actor).clearSelect().select(['id', 'territory_id']).execute();
}

/** One workshop, where the actor may read it. */
export function readWorkshop(db: Source, actor: Actor, id: string): Promise<WorkshopRow | undefined> {
  return readable(db, actor).where('id', '=', id).executeTakeFirst();
}

/** The editions of a series, the first one first. */
export function listEditions(db: Source, actor: Actor, seriesId: string): Promise<WorkshopRow[]> {
  return readable(db, actor).where('series_id', '=', seriesId).orderBy('starts_on').orderBy('slug').execute();
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

/** Workshops linked to a record (an organisation that took part, an initiative, a territory), the latest first. */
export async function workshopsLinkedTo(
  db: Source,
  actor: Actor,
  id: string,
  relations?: readonly Relation[],
) {
  const scope = readableWorkshops(actor);
  const linked = await linkedTo(db, 'workshops', [id], relations);
  return linked
    .filter(({ status }) => isReadable(scope, status))
    .sort((a, b) => b.starts_on.localeCompare(a.starts_on));
}

/** Workshops held in a territory, the latest first. */
export function workshopsHeldIn(db: Source, actor: Actor, territoryId: string): Promise<WorkshopRow[]> {
  return readable(db, actor).where('territory_id', '=', territoryId).orderBy('starts_on', 'desc').execute();
}
