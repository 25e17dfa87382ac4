import type { Grant } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Trilingual } from '#platform/locale/text.ts';

/** An organisation or a territory on which a role is held. */
export type Held = Trilingual<'name'> & { id: string; slug: string };

/** What roles are held on, of the network's own records, by id. */
export async function readHeld(db: Source, grants: readonly Grant[]): Promise<Map<string, Held>> {
  const found: Held[] = [];
  for (const [scope, table] of [
    ['organisation', 'organisations'],
    ['territory', 'territories'],
  ] as const) {
    const ids = grants.filter((grant) => grant.scope === scope).map(({ on }) => on);
    if (ids.length === 0) continue;
    found.push(
      ...(await db
        .selectFrom(table)
        .select(['id', 'slug', 'name_fr', 'name_ar', 'name_en', 'name_original'])
        .where('id', 'in', ids)
        .execute()),
    );
  }
  return new Map(found.map((row) => [row.id, row]));
}
