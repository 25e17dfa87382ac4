import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { mayCreateWorkshops } from '../policy.ts';
import { mayEditWorkshop, readableBy } from '../queries.server.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/** Whether the actor may import into a workshop, or make a new one (null): the one place that asks. */
export async function mayImport(db: Source, actor: Actor, workshopId: string | null): Promise<boolean> {
  return workshopId === null ? mayCreateWorkshops(actor) : mayEditWorkshop(db, actor, workshopId);
}

export async function readImportWorkshop(
  db: Source,
  actor: Actor,
  id: string,
): Promise<WorkshopRow | undefined> {
  const found = db.selectFrom('workshops').selectAll('workshops').where('workshops.id', '=', id);
  return found.where(readableBy(actor)).executeTakeFirst();
}

export function readItems(db: Source, workshopId: string): Promise<ProgrammeItemRow[]> {
  return db.selectFrom('programme_items').selectAll().where('workshop_id', '=', workshopId).execute();
}

/** Keys a query takes at once, below what either engine binds. */
const AT_ONCE = 5_000;

/**
 * The workshop, among those the actor reads, in which more than half of a file's items stand already: by the key
 * they were imported with, or, in a file that this network wrote, by their own id or address.
 */
export async function workshopHolding(
  db: Source,
  actor: Actor,
  keys: readonly string[],
): Promise<string | undefined> {
  const own = keys.flatMap((key) => ownAddress(key) ?? []);
  const asked = keys.slice(0, AT_ONCE);
  const rows = await db
    .selectFrom('programme_items')
    .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
    .select(['programme_items.workshop_id', 'programme_items.anchor', 'workshops.slug'])
    .where(({ or, and, eb }) =>
      or([
        eb('programme_items.import_key', 'in', asked),
        eb('programme_items.id', 'in', asked),
        and([
          eb('workshops.slug', 'in', [...new Set(own.map(({ slug }) => slug)), '']),
          eb('programme_items.anchor', 'in', [...own.map(({ anchor }) => anchor), '']),
        ]),
      ]),
    )
    .where(readableBy(actor))
    .execute();
  const counted = [...Map.groupBy(rows, ({ workshop_id }) => workshop_id)];
  return counted.find(([, found]) => found.length * 2 > keys.length)?.[0];
}

/** What the identifier of an item in this network's calendars says: its workshop and its place there. */
export function ownAddress(key: string): { slug: string; anchor: string } | null {
  const found = /\/workshops\/([a-z0-9-]{1,80})\/programme\/([a-z0-9-]{1,80})$/.exec(key);
  return found ? { slug: found[1]!, anchor: found[2]! } : null;
}

/** Every address that a record of a kind has or had: none of them is free. */
export async function takenSlugs(db: Source, kind: 'people' | 'workshops'): Promise<Set<string>> {
  const rows = await db.selectFrom('addresses').select('slug').where('kind', '=', kind).execute();
  return new Set(rows.map(({ slug }) => slug));
}
