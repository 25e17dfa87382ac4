import { followMerges } from '#network/merges/queries.server.ts';
import { labelsOf, meantBy, suggestions } from '#network/suggestions/model.ts';
import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { namedBy, type EntryContent, type Named } from '../minutes-entries/model.ts';
import { readNames } from '../programme-people/queries.server.ts';

/** The organisation and the person that an entry names, as far as they are still there. */
export interface NamedRecords {
  organisation: ({ id: string; slug: string } & Trilingual<'name'>) | null;
  person: ({ id: string; slug: string } & Trilingual<'name'>) | null;
}

/**
 * Organisations and people that a text may mean, the likest first within each, as a form suggests them: the name that
 * is put in, its address where it has namesakes, and the column that holds which record is meant.
 */
export async function suggestNamed(db: Source, text: string, locale: Locale) {
  const { people, organisations } = await readNames(db, locale);
  const kinds = [
    { records: organisations, noun: 'organisation', column: 'organisation_id' },
    { records: people, noun: 'person', column: 'person_id' },
  ] as const;
  return kinds.flatMap(({ records, noun, column }) => {
    const labels = labelsOf(records, locale);
    return suggestions(records, text, 5).map((record) => {
      const value = passage(record, 'name', locale)?.text ?? record.slug;
      const isNamesake = labels.get(record.id) !== value;
      return { value, noun, slug: isNamesake ? record.slug : null, more: { [column]: record.id } };
    });
  });
}

/** The record that words name by themselves; nobody where they name none, or several. */
export async function readMeant(
  db: Source,
  words: string | null,
  locale: Locale,
): Promise<Omit<Named, 'owner'>> {
  const { people, organisations } = await readNames(db, locale);
  const [organisation, person] = [meantBy(organisations, words ?? ''), meantBy(people, words ?? '')];
  const id = (found: typeof organisation) => (found === null || found === 'several' ? null : found.id);
  // Words that name an organisation and somebody alike name neither.
  return organisation && person
    ? { organisation_id: null, person_id: null }
    : { organisation_id: id(organisation), person_id: id(person) };
}

/**
 * Entries with the records that they name. Words of minutes are never rewritten, so an entry keeps the id it was given;
 * one that was merged into another is followed to it.
 */
export async function withNamed<Entry extends EntryContent>(
  db: Source,
  entries: readonly Entry[],
): Promise<(Entry & NamedRecords)[]> {
  const named = entries.map((entry) => namedBy(entry));
  const ids = (column: 'organisation_id' | 'person_id') => named.flatMap((one) => one[column] ?? []);
  const [organisations, people] = await Promise.all([
    standing(db, 'organisations', ids('organisation_id')),
    standing(db, 'people', ids('person_id')),
  ]);
  return entries.map((entry, index) => ({
    ...entry,
    organisation: organisations.get(named[index]!.organisation_id ?? '') ?? null,
    person: people.get(named[index]!.person_id ?? '') ?? null,
  }));
}

/** Records by the ids that they are known by: their own, or that of one that was merged into them. */
async function standing<Kind extends 'organisations' | 'people'>(db: Source, kind: Kind, ids: string[]) {
  const found = new Map((await listByIds(db, kind, ids)).map((record) => [record.id, record]));
  for (const id of new Set(ids)) {
    if (found.has(id)) continue;
    const { id: kept } = await followMerges(db, id);
    const [record] = kept === id ? [] : await listByIds(db, kind, [kept]);
    if (record) found.set(id, record);
  }
  return found;
}
