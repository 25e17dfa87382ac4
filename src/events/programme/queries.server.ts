import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { readableBy } from '../queries.server.ts';
import { withoutSexes } from '../workshops/model.ts';
import type { ContributionRow, ProgrammeItemRow } from './model.ts';

/** A contribution with the names it shows. */
export type NamedContribution = ContributionRow &
  Nullable<Trilingual<'person'>> &
  Nullable<Trilingual<'organisation'>> & { person_slug: string | null; organisation_slug: string | null };

type Nullable<T> = { [K in keyof T]: T[K] | null };

export interface ItemWithPeople extends ProgrammeItemRow {
  contributions: NamedContribution[];
}

/** A workshop's programme in order, each item with the people in it. The caller has read the workshop. */
export async function readProgramme(db: Source, workshopId: string): Promise<ItemWithPeople[]> {
  const items = await db
    .selectFrom('programme_items')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .execute();
  const contributions = await named(db)
    .innerJoin('programme_items', 'programme_items.id', 'contributions.item_id')
    .where('programme_items.workshop_id', '=', workshopId)
    .orderBy('contributions.position')
    .execute();
  const byItem = Map.groupBy(contributions, (contribution) => contribution.item_id);
  return items.map((item) => ({ ...item, contributions: byItem.get(item.id) ?? [] }));
}

/** What a person or an organisation contributed (or several), with the item and the workshop, the latest first. */
export function listContributionsOf(
  db: Source,
  actor: Actor,
  of: 'person_id' | 'organisation_id',
  id: string | readonly string[],
) {
  return named(db)
    .innerJoin('programme_items', 'programme_items.id', 'contributions.item_id')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
    .select([
      'programme_items.kind',
      'programme_items.number',
      'programme_items.title_fr',
      'programme_items.title_ar',
      'programme_items.title_en',
      'programme_items.title_original',
      'workshops.id as workshop_id',
      'workshops.slug as workshop_slug',
      'workshops.starts_on',
      'workshops.ends_on',
      'workshops.title_fr as workshop_fr',
      'workshops.title_ar as workshop_ar',
      'workshops.title_en as workshop_en',
      'workshops.title_original as workshop_original',
    ])
    .where(`contributions.${of}`, 'in', typeof id === 'string' ? [id] : id)
    .where(readableBy(actor))
    .orderBy('workshops.starts_on', 'desc')
    .orderBy('programme_items.position')
    .execute();
}

/** The programme items that present an initiative, at any workshop the actor may read, the latest first. */
export async function itemsPresenting(
  db: Source,
  actor: Actor,
  initiativeId: string,
): Promise<ProgrammeItemRow[]> {
  const rows = await db
    .selectFrom('links')
    .innerJoin('programme_items', 'programme_items.id', 'links.from_id')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
    .selectAll('programme_items')
    .where('links.to_id', '=', initiativeId)
    .where('links.relation', '=', 'presents')
    .where(readableBy(actor))
    .orderBy('workshops.starts_on', 'desc')
    .orderBy('programme_items.position')
    .execute();
  return withoutSexes(rows);
}

/** The programme items with these ids, of workshops that the actor may read. */
export async function listItemsAmong(
  db: Source,
  actor: Actor,
  ids: readonly string[],
): Promise<ProgrammeItemRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('programme_items')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
    .selectAll('programme_items')
    .where('programme_items.id', 'in', ids)
    .where(readableBy(actor))
    .execute();
  return withoutSexes(rows);
}

/** The sessions of workshops that the actor may read, each with its workshop. */
export function listSessions(db: Source, actor: Actor): Promise<{ id: string; workshop_id: string }[]> {
  return db
    .selectFrom('programme_items')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
    .select(['programme_items.id', 'programme_items.workshop_id'])
    .where('programme_items.kind', '=', 'session')
    .where(readableBy(actor))
    .orderBy('programme_items.id')
    .execute();
}

function named(db: Source) {
  return db
    .selectFrom('contributions')
    .leftJoin('people', 'people.id', 'contributions.person_id')
    .leftJoin('organisations', 'organisations.id', 'contributions.organisation_id')
    .selectAll('contributions')
    .select([
      'people.slug as person_slug',
      'people.name_fr as person_fr',
      'people.name_ar as person_ar',
      'people.name_en as person_en',
      'people.name_original as person_original',
      'organisations.slug as organisation_slug',
      'organisations.name_fr as organisation_fr',
      'organisations.name_ar as organisation_ar',
      'organisations.name_en as organisation_en',
      'organisations.name_original as organisation_original',
    ]);
}

/** A workshop's programme without its people, in order. The caller has read the workshop. */
export function listItems(db: Source, workshopId: string): Promise<ProgrammeItemRow[]> {
  return db
    .selectFrom('programme_items')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Whether an item, where one is named, is of a workshop's programme. */
export async function isItemOf(db: Source, workshopId: string, itemId: string | undefined): Promise<boolean> {
  if (itemId === undefined) return true;
  const found = await db
    .selectFrom('programme_items')
    .select('id')
    .where('id', '=', itemId)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  return found !== undefined;
}
