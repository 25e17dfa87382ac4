import { createHash } from 'node:crypto';
import { sql, type Expression, type SqlBool } from 'kysely';
import { conclusionsBy, editableBy } from '#events/queries.server.ts';
import { editableBy as debatesBy } from '#deliberation/debates/queries.server.ts';
import { editableBy as commitmentsBy } from '#follow-up/commitments/queries.server.ts';
import { editableBy as recommendationsBy } from '#follow-up/queries.server.ts';
import { editableOrganisations, mayEditNetwork } from '#network/policy.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { changesOf } from '#platform/journal/history.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { listByIds } from '#platform/records/list.server.ts';
import {
  translated,
  translationsOf,
  waitingOf,
  type TextRow,
  type TranslatedKind,
  type Translation,
  type WaitingFilter,
  type WaitingRecord,
} from './model.ts';

/** A record that the actor may edit, with how each of its texts stands in each language. */
export interface TranslatedRecord {
  kind: TranslatedKind;
  id: string;
  row: TextRow & { id: string };
  /** The address of the record that it is part of, where it has no page of its own. */
  inside: string | null;
  translations: Translation[];
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One record's translations; undefined where the actor may not edit it. */
export async function readTranslations(
  db: Source,
  actor: Actor,
  kind: TranslatedKind,
  id: string,
): Promise<TranslatedRecord | undefined> {
  const scope = scopeOf(actor, kind);
  if (scope === null) return undefined;
  const { join, inside } = insideOf(kind);
  const { rows } = await sql<Row>`
    select ${sql.table(kind)}.*${inside} from ${sql.table(kind)} ${join}
    where ${sql.ref(`${kind}.id`)} = ${id} and ${scope}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const read = await readings(db, kind, id);
  return {
    kind,
    id,
    row,
    inside: typeof row['inside'] === 'string' ? row['inside'] : null,
    translations: translationsOf(kind, row, (field, language) => read.has(`${id} ${field} ${language}`)),
  };
}

/**
 * What waits of the records of some kinds that an actor may edit: those that lack a language altogether first, then
 * those with gaps, then those to be read; and how many texts wait in each language, whatever the filter. The
 * database answers how each text stands, and no text is read but those that somebody has signed off.
 */
export async function listWaiting(
  db: Source,
  actor: Actor,
  kinds: readonly TranslatedKind[],
  filter: WaitingFilter = {},
): Promise<{ counts: Record<Locale, { missing: number; unread: number }>; records: WaitingRecord[] }> {
  const counts = { fr: none(), ar: none(), en: none() };
  const records: Record<WaitingRecord['lack'], WaitingRecord[]> = { whole: [], part: [], reading: [] };
  for (const kind of kinds) {
    const read = await readings(db, kind);
    for (const { id, marks } of await marksOf(db, actor, kind)) {
      const translations = standing(kind, marks, (field, language) => read.has(`${id} ${field} ${language}`));
      for (const { language, state } of translations)
        if (state === 'missing' || state === 'unread') counts[language][state] += 1;
      const record = waitingOf({ kind, id, translations }, filter);
      if (record) records[record.lack].push(record);
    }
  }
  return { counts, records: [...records.whole, ...records.part, ...records.reading] };
}

const none = () => ({ missing: 0, unread: 0 });

/** The rows of some records of several kinds, by id: for the names of those that a page shows. */
export async function readRows(
  db: Source,
  records: readonly Pick<WaitingRecord, 'kind' | 'id'>[],
): Promise<Map<string, TextRow>> {
  const rows = new Map<string, TextRow>();
  for (const [kind, those] of Map.groupBy(records, (record) => record.kind)) {
    const found = await listByIds(
      db,
      kind,
      those.map(({ id }) => id),
    );
    for (const row of found) rows.set(row.id, row as unknown as TextRow);
  }
  return rows;
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

type Row = TextRow & { id: string };

/** The letters by which the database says how a text stands: no text at all, missing, original, translated. */
const letters: Record<string, 'none' | Translation['state']> = {
  '-': 'none',
  m: 'missing',
  o: 'original',
  t: 'unread',
};

/** One letter for each field in each language, in their order, of the records that an actor may edit. */
async function marksOf(
  db: Source,
  actor: Actor,
  kind: TranslatedKind,
): Promise<{ id: string; marks: string }[]> {
  const scope = scopeOf(actor, kind);
  if (scope === null) return [];
  const marks = translated[kind].flatMap((field) => {
    const written = (language: Locale) => sql`coalesce(${sql.ref(`${kind}.${field}_${language}`)}, '') <> ''`;
    const some = sql.join(locales.map(written), sql` or `);
    return locales.map(
      (language) => sql`case when not (${some}) then '-' when not (${written(language)}) then 'm'
        when ${sql.ref(`${kind}.${field}_original`)} = ${sql.lit(language)} then 'o' else 't' end`,
    );
  });
  const { join } = insideOf(kind);
  const { rows } = await sql<{ id: string; marks: string }>`
    select ${sql.ref(`${kind}.id`)} as id, ${sql.join(marks, sql` || `)} as marks
    from ${sql.table(kind)} ${join} where ${scope} order by ${sql.ref(`${kind}.id`)}`.execute(db);
  return rows;
}

/** The letters of a record as states, without the texts. */
function standing(
  kind: TranslatedKind,
  marks: string,
  isRead: (field: string, language: Locale) => boolean,
): Translation[] {
  return translated[kind].flatMap((field, at) =>
    locales.flatMap((language, of): Translation[] => {
      const state = letters[marks[at * locales.length + of]!]!;
      if (state === 'none') return [];
      const isSigned = state === 'unread' && isRead(field, language);
      return [{ field, language, text: '', state: isSigned ? 'read' : state }];
    }),
  );
}

/** The texts that somebody has read just as they stand: record, field and language. */
async function readings(db: Source, kind: TranslatedKind, id?: string): Promise<Set<string>> {
  const texts = translated[kind].flatMap((field) =>
    locales.map(
      (language) => sql`when translation_reviews.field = ${sql.lit(field)}
        and translation_reviews.language = ${sql.lit(language)} then ${sql.ref(`${kind}.${field}_${language}`)}`,
    ),
  );
  const { rows } = await sql<{
    record_id: string;
    field: string;
    language: string;
    digest: string;
    text: string | null;
  }>`
    select translation_reviews.record_id, translation_reviews.field, translation_reviews.language,
      translation_reviews.digest, case ${sql.join(texts, sql` `)} end as text
    from translation_reviews inner join ${sql.table(kind)} on ${sql.ref(`${kind}.id`)} = translation_reviews.record_id
    where translation_reviews.record_kind = ${kind}
      and ${id === undefined ? sql`1 = 1` : sql`translation_reviews.record_id = ${id}`}`.execute(db);
  return new Set(
    rows
      .filter(({ digest, text }) => text !== null && digestOf(text) === digest)
      .map(({ record_id, field, language }) => `${record_id} ${field} ${language}`),
  );
}

/** The record that records without a page of their own are part of: how it is joined, and its address. */
function insideOf(kind: TranslatedKind) {
  const parents = {
    programme_items: ['workshops', 'workshop_id'],
    conclusions: ['workshops', 'workshop_id'],
    actions: ['workshops', 'workshop_id'],
    press_notes: ['workshops', 'workshop_id'],
    outcomes: ['initiatives', 'initiative_id'],
    commitment_parties: ['commitments', 'commitment_id'],
    milestones: ['commitments', 'commitment_id'],
    indicators: ['commitments', 'commitment_id'],
    // Files are attached to workshops alone.
    documents: ['workshops', 'owner_id'],
  } as const;
  if (!(kind in parents)) return { join: sql``, inside: sql`` };
  const [table, column] = parents[kind as keyof typeof parents];
  return {
    join: sql`inner join ${sql.table(table)} on ${sql.ref(`${table}.id`)} = ${sql.ref(`${kind}.${column}`)}`,
    inside: sql`, ${sql.ref(`${table}.slug`)} as inside`,
  };
}

/** Commitments and what is part of them. */
const ofCommitments: readonly TranslatedKind[] = [
  'commitments',
  'commitment_parties',
  'milestones',
  'indicators',
];

/** The records of a kind that an actor may edit, as a `where`; null where there is none. */
function scopeOf(actor: Actor, kind: TranslatedKind): Expression<SqlBool> | null {
  const every = sql<SqlBool>`1 = 1`;
  if (kind === 'recommendations') return recommendationsBy(actor);
  if (ofCommitments.includes(kind)) return commitmentsBy(actor);
  if (kind === 'debates') return debatesBy(actor);
  if (kind === 'conclusions') return conclusionsBy(actor);
  const ofWorkshops: readonly TranslatedKind[] = [
    'workshops',
    'programme_items',
    'documents',
    'actions',
    'press_notes',
  ];
  if (ofWorkshops.includes(kind)) return editableBy(actor);
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
