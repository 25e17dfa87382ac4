import type { Source } from '#platform/database/database.ts';
import type { ListedRecord } from '../list-previews/model.ts';
import { listPeople } from '../people/queries.server.ts';

/** Every person as a list shows them, by slug, and when any of them last changed. */
export async function readPersonList(db: Source) {
  const people = await listPeople(db);
  const records = people.map((row): ListedRecord => ({
    id: row.id,
    version: row.version,
    values: {
      slug: row.slug,
      name_fr: row.name_fr ?? '',
      name_ar: row.name_ar ?? '',
      name_en: row.name_en ?? '',
      language: row.name_original,
      version: String(row.version),
    },
  }));
  const changedAt =
    people
      .map(({ updated_at: at }) => at)
      .toSorted()
      .at(-1) ?? '1980-01-01T00:00:00Z';
  return { records, changedAt };
}
