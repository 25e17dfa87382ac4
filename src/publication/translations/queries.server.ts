import { createHash } from 'node:crypto';
import { sql, type Expression, type SqlBool } from 'kysely';
import { conclusionsBy, editableBy } from '#events/queries.server.ts';
import { editableBy as recommendationsBy } from '#follow-up/queries.server.ts';
import { editableOrganisations, mayEditNetwork } from '#network/policy.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { changesOf } from '#platform/journal/history.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { translated, translationsOf, type TextRow, type TranslatedKind, type Translation } from './model.ts';

/** A record that the actor may edit, with how each of its texts stands in each language. */
export interface TranslatedRecord {
  kind: TranslatedKind;
  id: string;
  row: TextRow & { id: string };
  /** The workshop that it is part of, where it has no page of its own. */
  workshop: string | null;
  translations: Translation[];
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The records of a kind that an actor may edit, with the state of their translations. */
export async function listTranslations(
  db: Source,
  actor: Actor,
  kind: TranslatedKind,
  id?: string,
): Promise<TranslatedRecord[]> {
  const rows = await editableRows(db, actor, kind, id);
  const reviews = await db
    .selectFrom('translation_reviews')
    .select(['record_id', 'field', 'language', 'digest'])
    .where('record_kind', '=', kind)
    .$if(id !== undefined, (query) => query.where('record_id', '=', id!))
    .execute();
  const digests = new Map(
    reviews.map(({ record_id, field, language, digest }) => [`${record_id} ${field} ${language}`, digest]),
  );
  return rows.map((row) => ({
    kind,
    id: row.id,
    row,
    workshop: typeof row['workshop_slug'] === 'string' ? row['workshop_slug'] : null,
    translations: translationsOf(kind, row, (field, language, text) => {
      const digest = digests.get(`${row.id} ${field} ${language}`);
      return digest !== undefined && digest === digestOf(text);
    }),
  }));
}

/** One record's translations; undefined where the actor may not edit it. */
export async function readTranslations(
  db: Source,
  actor: Actor,
  kind: TranslatedKind,
  id: string,
): Promise<TranslatedRecord | undefined> {
  return (await listTranslations(db, actor, kind, id))[0];
}

/** Who wrote each text of a record as it stands, by its column: the last change that made it what it is. */
export async function writersOf(db: Source, kind: TranslatedKind, id: string): Promise<Map<string, string>> {
  const writers = new Map<string, string>();
  const columns = translated[kind].flatMap((field) => locales.map((language) => `${field}_${language}`));
  for (const { actorId, before, after } of await changesOf(db, id, 1_000))
    for (const column of columns)
      if (!writers.has(column) && after && (after[column] ?? null) !== (before?.[column] ?? null))
        writers.set(column, actorId);
  return writers;
}

/** How many texts of some records lack a language, and how many wait to be read in it. */
export function countsOf(
  records: readonly TranslatedRecord[],
): Record<Locale, { missing: number; unread: number }> {
  const all = records.flatMap(({ translations }) => translations);
  const count = (language: Locale, state: Translation['state']) =>
    all.filter((one) => one.language === language && one.state === state).length;
  const of = (language: Locale) => ({
    missing: count(language, 'missing'),
    unread: count(language, 'unread'),
  });
  return { fr: of('fr'), ar: of('ar'), en: of('en') };
}

type Row = TextRow & { id: string };

async function editableRows(
  db: Source,
  actor: Actor,
  kind: TranslatedKind,
  id: string | undefined,
): Promise<Row[]> {
  const scope = scopeOf(actor, kind);
  if (scope === null) return [];
  // Kysely types a query by its table's name; the columns of every kind are read by their names here.
  const table = sql.table(kind);
  const one = id === undefined ? sql`1 = 1` : sql`${sql.ref(`${kind}.id`)} = ${id}`;
  const inWorkshop = kind === 'programme_items' || kind === 'conclusions';
  const join = inWorkshop
    ? sql`inner join workshops on workshops.id = ${sql.ref(`${kind}.workshop_id`)}`
    : sql``;
  const workshop = inWorkshop ? sql`, workshops.slug as workshop_slug` : sql``;
  const { rows } = await sql<Row>`
    select ${table}.*${workshop} from ${table} ${join} where ${one} and ${scope}
    order by ${sql.ref(`${kind}.id`)}`.execute(db);
  return rows;
}

/** The records of a kind that an actor may edit, as a `where`; null where there is none. */
function scopeOf(actor: Actor, kind: TranslatedKind): Expression<SqlBool> | null {
  const every = sql<SqlBool>`1 = 1`;
  if (kind === 'recommendations') return recommendationsBy(actor);
  if (kind === 'conclusions') return conclusionsBy(actor);
  if (kind === 'workshops' || kind === 'programme_items') return editableBy(actor);
  if (kind !== 'organisations') return mayEditNetwork(actor) ? every : null;
  const scope = editableOrganisations(actor);
  if (scope === 'every') return every;
  const { organisations, territories } = scope;
  const ways = [
    ...(organisations.length > 0 ? [sql<SqlBool>`organisations.id in (${sql.join(organisations)})`] : []),
    ...(territories.length > 0
      ? [sql<SqlBool>`organisations.territory_id in (${sql.join(territories)})`]
      : []),
  ];
  return ways.length > 0 ? sql<SqlBool>`(${sql.join(ways, sql` or `)})` : null;
}
