import type { Source } from '#platform/database/database.ts';
import type { ListedRecord } from '../list-previews/model.ts';
import { listOrganisations } from '../organisations/queries.server.ts';

const texts = ['name', 'acronym', 'summary'] as const;

/** Every organisation as a list shows it, by slug, with the territories and when any of them last changed. */
export async function readOrganisationList(db: Source) {
  const organisations = await listOrganisations(db);
  const territories = await db.selectFrom('territories').selectAll().orderBy('code').execute();
  const slugs = new Map(organisations.map(({ id, slug }) => [id, slug]));
  const codes = new Map(territories.map(({ id, code }) => [id, code]));
  const records = organisations.map((row): ListedRecord => ({
    id: row.id,
    version: row.version,
    values: {
      slug: row.slug,
      type: row.type,
      level: row.level,
      parent: slugs.get(row.parent_id ?? '') ?? '',
      territory: codes.get(row.territory_id ?? '') ?? '',
      url: row.url ?? '',
      ...Object.fromEntries(
        texts.flatMap((field) => [
          [`${field}_fr`, row[`${field}_fr`] ?? ''],
          [`${field}_ar`, row[`${field}_ar`] ?? ''],
          [`${field}_en`, row[`${field}_en`] ?? ''],
        ]),
      ),
      language: row.name_original,
      // Not shown: the languages in which the other texts were first written.
      acronym_original: row.acronym_original,
      summary_original: row.summary_original,
      version: String(row.version),
    },
  }));
  const changedAt = [...organisations, ...territories].reduce(
    (last, { updated_at: at }) => (at > last ? at : last),
    '1980-01-01T00:00:00Z',
  );
  return { records, territories, changedAt };
}
