import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { lastNumber } from '#platform/journal/read.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { sourceNamed } from '#platform/records/testing.ts';
import { isDemonstration } from '#platform/services/settings.server.ts';
import { fillIfEmpty } from './fill.ts';
import { loadDemonstration } from './load.ts';

type Row = Record<string, unknown> & { id: string };

/** Every kind of record that the demonstration network may hold; no commitment, vote or registration. */
const kinds: readonly RecordKind[] = [
  'accounts',
  'audiences',
  'concepts',
  'conclusions',
  'contributions',
  'figures',
  'grants',
  'initiatives',
  'links',
  'organisations',
  'outcomes',
  'people',
  'programme_items',
  'recommendations',
  'series',
  'sources',
  'territories',
  'workshops',
];

let db: TestDatabase;
let records: number;
const rows = new Map<string, Row[]>();

beforeAll(async () => {
  db = await openTestDatabase();
  ({ records } = await loadDemonstration(db));
  for (const kind of kinds) {
    const found = await db.reader
      .selectFrom(kind as 'people')
      .selectAll()
      .execute();
    rows.set(kind, found as unknown as Row[]);
  }
});
afterAll(() => db.close());

const all = (kind: RecordKind): Row[] => rows.get(kind) ?? [];
const everyRow = (): [string, Row][] =>
  [...rows].flatMap(([kind, found]) => found.map((row): [string, Row] => [kind, row]));

/** The three versions of each trilingual field of a row. */
function texts(row: Row): { field: string; fr: unknown; ar: unknown; en: unknown }[] {
  const fields = Object.keys(row).filter((column) => column.endsWith('_original'));
  return fields
    .map((column) => column.slice(0, -'_original'.length))
    .map((field) => ({ field, fr: row[`${field}_fr`], ar: row[`${field}_ar`], en: row[`${field}_en`] }));
}

/** Rows of a kind that cite no source. */
function withoutSource(kind: RecordKind): string[] {
  const citing = new Set(
    all('links')
      .filter((link) => link['relation'] === 'cites')
      .map((link) => link['from_id']),
  );
  return all(kind)
    .filter((row) => !citing.has(row.id))
    .map((row) => String(row['slug'] ?? row['text_en']));
}

describe('the demonstration network', () => {
  it('is written whole, journalled, and says so', async () => {
    const journalled = await db.reader.selectFrom('journal').select(['kind', 'actor_id']).execute();
    expect(records).toBe(everyRow().length);
    expect(journalled).toHaveLength(records);
    expect([...new Set(journalled.map(({ kind }) => kind))].sort()).toEqual(kinds);
    expect(new Set(journalled.map(({ actor_id }) => actor_id))).toEqual(new Set(['system:demonstration']));
    expect(await isDemonstration(db.reader)).toBe(true);
  });

  it('is not written twice, nor in part', async () => {
    await expect(loadDemonstration(db)).rejects.toThrow('already loaded');
    const { count } = await db.reader
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(records);
  });

  it('is not in a database that was only migrated', async () => {
    const empty = await openTestDatabase();
    expect(await isDemonstration(empty.reader)).toBe(false);
    await empty.close();
  });

  it('says everything in French, Arabic and English', () => {
    const gaps = everyRow().flatMap(([kind, row]) =>
      texts(row)
        .filter(({ fr, ar, en }) => new Set([fr === null, ar === null, en === null]).size > 1)
        .map(({ field, fr }) => `${kind}.${field}: ${String(fr)}`),
    );
    expect(gaps).toEqual([]);
  });

  it('keeps each language’s own punctuation', () => {
    const unwanted = { fr: /['"]| [:;?!»]|« /, ar: /[,;?'"“”\u0640]/, en: /['"]/ };
    const faults = everyRow().flatMap(([kind, row]) =>
      texts(row).flatMap((text) =>
        (['fr', 'ar', 'en'] as const)
          .filter((locale) => unwanted[locale].test(String(text[locale] ?? '')))
          .map((locale) => `${kind}.${text.field} ${locale}: ${String(text[locale])}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('writes Arabic in Arabic letters, acronyms apart', () => {
    const latin = everyRow().flatMap(([kind, row]) =>
      texts(row)
        .filter(({ field, ar }) => field !== 'acronym' && /[A-Za-z]/.test(String(ar ?? '')))
        .map(({ field, ar }) => `${kind}.${field}: ${String(ar)}`),
    );
    expect(latin).toEqual([]);
  });

  it('links only records that exist', () => {
    const ids = new Set(everyRow().map(([kind, row]) => `${kind}/${row.id}`));
    const ends = all('links').flatMap((link) => [
      `${String(link['from_kind'])}/${String(link['from_id'])}`,
      `${String(link['to_kind'])}/${String(link['to_id'])}`,
    ]);
    expect(ends.filter((end) => !ids.has(end))).toEqual([]);
  });

  it('holds the twelve regions, whose populations sum to the national figure', () => {
    const regions = all('territories').filter(({ level }) => level === 'region');
    const country = all('territories').find(({ level }) => level === 'country');
    const population = (id: unknown) =>
      all('figures')
        .filter((figure) => figure['measure'] === 'population' && figure['territory_id'] === id)
        .reduce((sum, figure) => sum + Number(figure['value']), 0);
    expect(regions).toHaveLength(12);
    expect(new Set(regions.map((region) => `${region['tile_column']}/${region['tile_row']}`)).size).toBe(12);
    expect(regions.reduce((sum, { id }) => sum + population(id), 0)).toBe(36_828_330);
    expect(population(country?.id)).toBe(36_828_330);
  });

  it('keeps contradictory figures side by side, each with its own source', () => {
    const country = all('territories').find(({ level }) => level === 'country');
    const figures = all('figures').filter(
      (figure) => figure['territory_id'] === country?.id && figure['measure'] === 'foreign-residents',
    );
    const in2014 = figures.filter((figure) => figure['as_of'] === '2014');
    expect(in2014.map((figure) => Number(figure['value'])).sort()).toEqual([84_001, 86_206]);
    expect(new Set(in2014.map((figure) => figure['source_id'])).size).toBe(2);
  });

  it('names only the seven people of the public note', () => {
    expect(
      all('people')
        .map(({ name_fr }) => name_fr)
        .sort(),
    ).toEqual([
      'Ahmed Skim',
      'Ana Fonseca',
      'Bara Mboup',
      'David Martineau',
      'Hind Aïssaoui Bennani',
      'Nourredine Alem',
      'Saad Alami',
    ]);
  });

  it.each<RecordKind>([
    'outcomes',
    'recommendations',
    'conclusions',
    'initiatives',
    'workshops',
    'organisations',
    'territories',
    'concepts',
  ])('gives a source for each of its %s', (kind) => {
    expect(withoutSource(kind)).toEqual([]);
  });

  it('invents no hour', () => {
    const hours = all('programme_items').filter(
      (item) => item['starts_at'] !== null || item['ends_at'] !== null,
    );
    expect(hours).toEqual([]);
  });
});

describe('fillIfEmpty', () => {
  it('fills a database that holds nothing, once', async () => {
    const empty = await openTestDatabase();
    const loaded: number[] = [];
    const fill = () => fillIfEmpty(empty, async (load) => loaded.push((await load()).records));
    await fill();
    await fill();
    expect([loaded, await isDemonstration(empty.reader)]).toEqual([[records], true]);
    await empty.close();
  });

  it('adds nothing to a network that has begun without it', async () => {
    const own = await openTestDatabase();
    await own.transaction((tx) => createRecord(tx, systemActor('test'), 'sources', sourceNamed('Its own')));
    await fillIfEmpty(own);
    expect([await lastNumber(own), await isDemonstration(own.reader)]).toEqual([1, false]);
    await own.close();
  });
});
